using Bubblescript.Diagnostics;
using Bubblescript.Values;

namespace Bubblescript.Binding.DataFiles;

/// <summary>Makes constants and translations of the data files of a bot (language reference, sections 6 and 12).</summary>
internal sealed class DataFileLoader(DiagnosticBag diagnostics, ConstantTable constants, TranslationTables translations)
{
    private const int LargestEagerTable = 256 * 1024;
    private const string TranslationsName = "translations.";

    private readonly List<Value> _values = [];
    private readonly IntentCollection _intents = new(diagnostics);
    private readonly NamedCollection _prompts = new(diagnostics, "prompt");
    private readonly NamedCollection _schemas = new(diagnostics, "schema");

    /// <summary>The values of the files except large tables; their texts may name constants of scripts as concepts.</summary>
    public IReadOnlyList<Value> Values => _values;

    /// <summary>The patterns of intent files with their places.</summary>
    public IReadOnlyList<(string Pattern, DataPlace Place)> Patterns => _intents.Patterns;

    public void Load(IEnumerable<BotFile> files)
    {
        foreach (BotFile file in files)
        {
            DataFileText text = new(file);
            try
            {
                LoadFile(text);
            }
            catch (DataFormatException exception)
            {
                Report(text.PlaceAt(Math.Max(1, exception.Line), Math.Max(1, exception.Column)), exception.Message);
                DeclareFailed(text.ConstantName, text.Path);
            }
        }

        foreach ((string id, Value intent, string path) in _intents.Best())
        {
            Define(id, intent, path);
        }

        if (_intents.FirstFile is { } intents)
        {
            Define("intents", ListValue.From(_intents.Best().Select(static entry => entry.Intent)), intents);
        }

        DefineCollection("prompts", _prompts);
        DefineCollection("schemas", _schemas);
    }

    private void LoadFile(DataFileText file)
    {
        if (file.IsCsv)
        {
            LoadTable(file);
            return;
        }

        Value content = file.Read();
        string stem = file.Name[..file.Name.LastIndexOf('.')];
        if (stem.StartsWith(TranslationsName, StringComparison.Ordinal) && stem.Length > TranslationsName.Length)
        {
            AddTranslations(file, stem[TranslationsName.Length..], content);
        }
        else if (stem.EndsWith("schemas", StringComparison.Ordinal))
        {
            AddSchemas(file, content);
        }
        else if (!AddIntentsAndPrompts(file, content))
        {
            Define(file.ConstantName, content, file.Path);
        }
    }

    private void LoadTable(DataFileText file)
    {
        CsvTable table = CsvTable.Open(file.Text);
        if (string.Equals(file.Name, "translations.csv", StringComparison.Ordinal))
        {
            AddTranslationTable(file, table);
            return;
        }

        if (file.Text.Length <= LargestEagerTable)
        {
            Define(file.ConstantName, table.ToList(), file.Path);
        }
        else if (Declare(file.ConstantName, file.Path) is { } symbol)
        {
            symbol.Cell.SetPending(() => table.ToList());
        }
    }

    private void AddTranslationTable(DataFileText file, CsvTable table)
    {
        if (!table.Header.Contains("source", StringComparer.Ordinal))
        {
            Report(file.PlaceAt(1, 1), "the table of translations has no column 'source'");
            return;
        }

        foreach (Value row in table.ToList())
        {
            MapValue cells = row.AsMap()!;
            string source = cells["source"].AsString() ?? "";
            foreach ((string locale, Value translation) in cells)
            {
                if (!string.Equals(locale, "source", StringComparison.Ordinal) && translation.AsString() is { Length: > 0 } text)
                {
                    translations.Add(locale, source, text, file.PlaceAt(1, 1));
                }
            }
        }
    }

    private void AddTranslations(DataFileText file, string locale, Value content)
    {
        if (content.IsNil)
        {
            return;
        }

        if (content.AsMap() is not { } map)
        {
            Report(file.PlaceAt(1, 1), "a table of translations must be a map from texts to texts");
            return;
        }

        foreach ((string source, Value translation) in map)
        {
            if (translation.Kind is ValueKind.Map or ValueKind.List)
            {
                Report(file.PlaceOf(source), $"the translation of '{source}' must be a text, not {ValueDescription.Describe(translation)}");
            }
            else if (!translation.IsNil)
            {
                DataPlace place = translation.IsString ? file.PlaceOf(source) : file.PlaceAt(1, 1);
                translations.Add(locale, source, ValueText.ToText(translation), place);
            }
        }
    }

    private void AddSchemas(DataFileText file, Value content)
    {
        if (content.AsMap() is not { } schemas)
        {
            Report(file.PlaceAt(1, 1), "a file of schemas must be a map from names to schemas");
            return;
        }

        _schemas.FirstFile ??= file.Path;
        foreach ((string name, Value schema) in schemas)
        {
            if (schema.AsMap() is null && !schema.IsBoolean)
            {
                Report(file.PlaceOf(name), $"the schema '{name}' must be a map, not {ValueDescription.Describe(schema)}");
            }
            else
            {
                _schemas.Add(name, schema, file.PlaceOfKey(name));
            }
        }
    }

    private bool AddIntentsAndPrompts(DataFileText file, Value content)
    {
        if (content.AsMap() is not { } map)
        {
            return false;
        }

        ListValue? intents = ListOfMaps(map["intents"]);
        ListValue? prompts = ListOfMaps(map["prompts"]);
        if (intents is not null)
        {
            _intents.Add(file, intents);
        }

        if (prompts is not null)
        {
            AddPrompts(file, prompts);
        }

        return intents is not null || prompts is not null;
    }

    private static ListValue? ListOfMaps(Value value) =>
        value.AsList() is { } list && list.All(static item => item.AsMap() is { } map && map.ContainsKey("id")) ? list : null;

    private void AddPrompts(DataFileText file, ListValue prompts)
    {
        _prompts.FirstFile ??= file.Path;
        for (int i = 0; i < prompts.Count; i++)
        {
            MapValue prompt = prompts[i].AsMap()!;
            DataPlace place = file.PlaceOf(FormattableString.Invariant($"prompts/{i}"));
            if (prompt["text"].AsString() is null && prompt["text"].AsMap() is null)
            {
                Report(place, $"the prompt '{prompt["id"]}' has no 'text'");
            }

            _prompts.Add(ValueText.ToText(prompt["id"]), prompt, place);
        }
    }

    private void DefineCollection(string name, NamedCollection collection)
    {
        if (collection.FirstFile is { } path)
        {
            Define(name, collection.ToMap(), path);
        }
    }

    private void Define(string name, Value value, string path)
    {
        if (Declare(name, path) is { } symbol)
        {
            symbol.Cell.Value = value;
            _values.Add(value);
        }
    }

    /// <summary>The constant of a file that cannot be read is known, but has no value.</summary>
    private void DeclareFailed(string name, string path)
    {
        if (constants.FindOwn(name) is null)
        {
            constants.Add(new ConstantSymbol(name) { DataFile = path, IsUsed = true, HasFailed = true });
        }
    }

    private ConstantSymbol? Declare(string name, string path)
    {
        if (constants.FindOwn(name) is { } other)
        {
            diagnostics.Add(new DataPlace(path, 1, 1, "").ToDiagnostic(
                Descriptors.DuplicateConstant,
                $"duplicate constant '@{name}': the data file {other.DataFile} already makes it",
                "rename one of the files"));
            return null;
        }

        ConstantSymbol symbol = new(name) { DataFile = path, IsUsed = true };
        constants.Add(symbol);
        return symbol;
    }

    private void Report(DataPlace place, string message) => diagnostics.Add(place.ToDiagnostic(Descriptors.InvalidDataFile, message));
}

using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bubblescript.Values;

namespace Bubblescript.Matching;

/// <summary>Reads documents of spaCy, as <c>Doc.to_json()</c> writes them (language reference, BML, section 2.3).</summary>
public static class SpacyDocument
{
    private const string Provider = "spacy";

    /// <summary>Makes an utterance of a document; all of its sentences become one.</summary>
    /// <param name="json">The document.</param>
    /// <exception cref="InvalidDataException">The text is no such document.</exception>
    public static Utterance Read(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            string text = document.RootElement.GetProperty("text").GetString() ?? string.Empty;
            return new Utterance(text, ReadSentence(document.RootElement, text));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // The four ways in which reading JSON of another shape fails.
            throw new InvalidDataException("The text is no document of spaCy: " + exception.Message, exception);
        }
    }

    private static Sentence ReadSentence(JsonElement root, string text)
    {
        JsonElement[] sentences = ReadList(root, "sents");
        if (sentences.Length == 0)
        {
            return Sentence.FromTokenizations(text, []);
        }

        CodePointText whole = new(text);
        int start = sentences.Min(static sentence => ReadInteger(sentence, "start"));
        int end = sentences.Max(static sentence => ReadInteger(sentence, "end"));
        int offset = whole.OffsetOf(start);
        string sentenceText = text[offset..whole.OffsetOf(end)];
        Token[] tokens = ReadTokens(ReadList(root, "tokens"), whole, sentenceText, offset);
        Sentence bare = Sentence.FromTokenizations(sentenceText, Sentence.WithoutPunctuationFirst(tokens));
        return bare.WithEntities(ReadList(root, "ents").Select(entity => ReadEntity(entity, whole)));
    }

    private static Token[] ReadTokens(JsonElement[] elements, CodePointText whole, string sentenceText, int sentenceOffset)
    {
        Token[] tokens = new Token[elements.Length];
        for (int i = 0; i < tokens.Length; i++)
        {
            int start = ReadInteger(elements[i], "start");
            int textEnd = ReadInteger(elements[i], "end");
            int end = i + 1 < tokens.Length ? ReadInteger(elements[i + 1], "start") - 1 : textEnd;
            string text = ReadText(elements[i], "text") ?? ReadText(elements[i], "string") ?? whole.Between(start, textEnd);
            int width = end - start + 1 + (text.Length - CodePointText.Count(text));
            int offset = Math.Clamp(whole.OffsetOf(start) - sentenceOffset, 0, sentenceText.Length);
            int length = Math.Clamp(whole.OffsetOf(textEnd) - sentenceOffset, offset, sentenceText.Length) - offset;
            TokenPlace place = new(sentenceText, offset, length, length, start, end);
            tokens[i] = Token.ForSpacy(place, text.PadRight(Math.Max(0, width)), ReadAnalysis(elements[i], text), i);
        }

        return tokens;
    }

    private static SpacyAnalysis ReadAnalysis(JsonElement element, string text)
    {
        bool isEmoji = IsEmoji(text);
        return new SpacyAnalysis(
            TextFolding.DropAccents(ReadText(element, "norm") ?? TextNormalizer.Normalize(text)),
            TextFolding.DropAccents(ReadText(element, "lemma") ?? string.Empty),
            isEmoji ? "EMOJI" : ReadText(element, "pos") ?? string.Empty,
            ReadText(element, "tag") ?? string.Empty,
            isEmoji ? text.Trim() : null);
    }

    private static RecognizedEntity ReadEntity(JsonElement element, CodePointText whole)
    {
        int start = ReadInteger(element, "start");
        int end = ReadInteger(element, "end");
        string covered = whole.Between(start, end);
        return new RecognizedEntity(SnakeCase.From(ReadText(element, "label") ?? string.Empty), Provider, covered, covered, MapValue.Empty, start, end);
    }

    /// <summary>Whether a text is one emoji: a single grapheme outside ASCII that begins with a symbol.</summary>
    private static bool IsEmoji(string text)
    {
        string trimmed = text.Trim();
        return trimmed.Length > 0
            && trimmed[0] > '\u007F'
            && StringInfo.GetNextTextElementLength(trimmed) == trimmed.Length
            && Rune.TryGetRuneAt(trimmed, 0, out Rune rune)
            && (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol || trimmed.Contains('\uFE0F'));
    }

    private static JsonElement[] ReadList(JsonElement root, string name) =>
        root.TryGetProperty(name, out JsonElement list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [];

    private static int ReadInteger(JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string? ReadText(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;
}

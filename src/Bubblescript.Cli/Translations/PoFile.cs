using System.Collections.Immutable;

namespace Bubblescript.Cli.Translations;

/// <summary>A gettext file: what translators and their tools work with.</summary>
/// <param name="Language">The locale of the translations, or empty when the file does not say.</param>
/// <param name="Entries">The texts, without the header and without obsolete ones when the file was read.</param>
internal sealed record PoFile(string Language, ImmutableArray<PoEntry> Entries);

using System.Runtime.InteropServices;

namespace Bubblescript.Matching;

/// <summary>All tokens of a text, with what decides which further tokenisations there are.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TokenizedText(Token[] Tokens, int PunctuationCount, bool HasApostrophe);

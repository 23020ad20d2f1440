using Superpower.Model;

namespace Superpower;

/// <summary>A parser that consumes tokens of a list.</summary>
internal delegate TokenListParserResult<TKind, T> TokenListParser<TKind, T>(TokenList<TKind> input);

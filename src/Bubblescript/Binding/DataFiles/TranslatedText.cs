using System.Collections.Immutable;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding.DataFiles;

/// <summary>A translation with its interpolations parsed.</summary>
internal sealed record TranslatedText(SourceText Source, SourceSpan Span, ImmutableArray<StringPart> Parts);

using Superpower;
using Superpower.Model;

namespace Bubblescript.Syntax;

/// <summary>
/// Turns source text into tokens (language reference, section 1). It never fails: what is no token becomes a token of an error kind, which
/// <see cref="TokenReview"/> reports and repairs.
/// </summary>
/// <param name="functionNames">Builtins and functions of all scripts: only their names make <c>name -1</c> and <c>name [1]</c> calls.</param>
/// <param name="distrustsLines">Whether a string that contains lines which look like code is held to be unterminated.</param>
internal sealed class ScriptTokenizer(IReadOnlySet<string> functionNames, bool distrustsLines) : Tokenizer<TokenKind>
{
    protected override IEnumerable<Result<TokenKind>> Tokenize(TextSpan span)
    {
        string text = span.Source!;
        TokenScanner scanner = new(text, functionNames, distrustsLines);
        while (scanner.MoveNext())
        {
            TextSpan location = new(text, new Position(scanner.Start, scanner.StartLine, scanner.StartColumn), text.Length - scanner.Start);
            TextSpan remainder = new(text, new Position(scanner.End, scanner.Line, scanner.EndColumn), text.Length - scanner.End);
            yield return Result.Value(scanner.Kind, location, remainder);
        }
    }
}

namespace Bubblescript.Syntax;

/// <summary>Tokens made of symbols.</summary>
internal static class Operators
{
    /// <summary>The token that two characters begin and its length; <see cref="TokenKind.Invalid"/> if they begin none.</summary>
    public static (TokenKind Kind, int Length) Read(char first, char next) => (first, next) switch
    {
        ('.', '.') => (TokenKind.Range, 2),
        ('.', _) => (TokenKind.Dot, 1),
        ('-', '>') => (TokenKind.Arrow, 2),
        ('-', '-') => (TokenKind.ForeignOperator, 2),
        ('-', _) => (TokenKind.Minus, 1),
        ('=', '=') => (TokenKind.Equal, 2),
        ('=', '>') => (TokenKind.FatArrow, 2),
        ('=', '~') => (TokenKind.ForeignOperator, 2),
        ('=', _) => (TokenKind.Assign, 1),
        ('+', '+') => (TokenKind.ForeignOperator, 2),
        ('+', _) => (TokenKind.Plus, 1),
        ('*', _) => (TokenKind.Star, 1),
        ('/', _) => (TokenKind.Slash, 1),
        ('|', '>') => (TokenKind.Pipe, 2),
        ('|', '|') => (TokenKind.OrSymbol, 2),
        ('&', '&') => (TokenKind.AndSymbol, 2),
        ('<', '>') => (TokenKind.ForeignOperator, 2),
        ('<', '=') => (TokenKind.LessOrEqual, 2),
        ('<', _) => (TokenKind.Less, 1),
        ('>', '=') => (TokenKind.GreaterOrEqual, 2),
        ('>', _) => (TokenKind.Greater, 1),
        ('!', '=') => (TokenKind.NotEqual, 2),
        ('!', _) => (TokenKind.Bang, 1),
        _ => (TokenKind.Invalid, 0),
    };

    /// <summary>True for the last tokens of values: behind them <c>-</c> is an infix operator and <c>[</c> an index.</summary>
    public static bool EndsValue(TokenKind kind) =>
        kind is TokenKind.Name or TokenKind.Word or TokenKind.Constant or TokenKind.Atom or TokenKind.Integer or TokenKind.Float or TokenKind.String
            or TokenKind.Heredoc or TokenKind.StringEnd or TokenKind.RightParenthesis or TokenKind.RightBracket or TokenKind.RightBrace
            or TokenKind.True or TokenKind.False or TokenKind.Nil or TokenKind.Dialog or TokenKind.Buttons or TokenKind.ModuleName;
}

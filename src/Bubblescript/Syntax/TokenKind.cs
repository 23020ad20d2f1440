using Superpower.Display;

namespace Bubblescript.Syntax;

/// <summary>The kinds of tokens (language reference, section 1).</summary>
internal enum TokenKind
{
    None,

    [Token(Description = "the end of the line")]
    Separator,

    [Token(Description = "the end of the file")]
    EndOfFile,

    /// <summary>A name that is no reserved word, or any word after a dot.</summary>
    [Token(Description = "a name")]
    Name,

    /// <summary>A name that the start of an argument follows: a call without parentheses.</summary>
    [Token(Description = "a call")]
    CallName,

    /// <summary>A statement word; an ordinary name anywhere but at the start of a statement.</summary>
    [Token(Description = "a statement word")]
    Word,

    /// <summary>A statement word that the start of an argument follows.</summary>
    [Token(Description = "a statement word")]
    WordCall,

    /// <summary>A word of another language in the place of a construct of that language.</summary>
    [Token(Description = "a word of another language")]
    ForeignWord,

    /// <summary>A reserved word that has no meaning.</summary>
    [Token(Description = "a reserved word")]
    ReservedWord,

    /// <summary>A name with letters that names do not have; an error that is repaired to <see cref="Name"/>.</summary>
    [Token(Description = "a name")]
    InvalidName,

    /// <summary>A capitalised word: a module, or a field after a dot.</summary>
    [Token(Description = "a module name")]
    ModuleName,

    [Token(Description = "a constant")]
    Constant,

    [Token(Description = "an atom")]
    Atom,

    /// <summary><c>name:</c>, with the colon.</summary>
    [Token(Description = "a key")]
    Key,

    /// <summary><c>"any text":</c>, with the colon.</summary>
    [Token(Description = "a key")]
    StringKey,

    [Token(Description = "an integer")]
    Integer,

    [Token(Description = "a number")]
    Float,

    /// <summary>Digits that are no number; an error that is repaired to <see cref="Integer"/>.</summary>
    [Token(Description = "a number")]
    InvalidNumber,

    /// <summary>A string without interpolations, with its quotes and the <c>_</c> of a translatable one.</summary>
    [Token(Description = "a string")]
    String,

    /// <summary>A heredoc without interpolations.</summary>
    [Token(Description = "a string")]
    Heredoc,

    /// <summary>The opening quote of a string with interpolations.</summary>
    [Token(Description = "a string")]
    StringStart,

    /// <summary>The opening mark of a heredoc with interpolations, up to the end of its line.</summary>
    [Token(Description = "a string")]
    HeredocStart,

    [Token(Description = "text")]
    StringText,

    [Token(Example = "#{")]
    InterpolationStart,

    [Token(Example = "}")]
    InterpolationEnd,

    [Token(Description = "the end of the string")]
    StringEnd,

    /// <summary>A string without end; an error that is repaired to <see cref="String"/>.</summary>
    [Token(Description = "a string")]
    UnterminatedString,

    /// <summary>A string whose <c>#{</c> is not closed; an error that is repaired to <see cref="String"/>.</summary>
    [Token(Description = "a string")]
    UnterminatedInterpolation,

    /// <summary>A heredoc without end; an error that is repaired to <see cref="String"/>.</summary>
    [Token(Description = "a string")]
    UnterminatedHeredoc,

    /// <summary>A string whose interpolations nest too deeply; an error that is repaired to <see cref="String"/>.</summary>
    [Token(Description = "a string")]
    TooDeepString,

    /// <summary>Characters without meaning; an error that is repaired by leaving them out.</summary>
    [Token(Description = "a character")]
    Invalid,

    /// <summary>An operator of another language; an error that is repaired to <see cref="Plus"/>.</summary>
    [Token(Description = "an operator")]
    ForeignOperator,

    /// <summary><c>{</c> without the <c>%</c> of a map; an error that is repaired to <see cref="MapStart"/>.</summary>
    [Token(Example = "{")]
    Brace,

    [Token(Example = "(")]
    LeftParenthesis,

    [Token(Example = ")")]
    RightParenthesis,

    [Token(Example = "[")]
    LeftBracket,

    /// <summary>A bracket that follows a value without blank.</summary>
    [Token(Example = "[")]
    IndexBracket,

    [Token(Example = "]")]
    RightBracket,

    [Token(Example = "%{")]
    MapStart,

    [Token(Example = "}")]
    RightBrace,

    [Token(Example = ",")]
    Comma,

    /// <summary><c>, do:</c> outside of brackets.</summary>
    [Token(Example = ", do:")]
    ShortDo,

    /// <summary><c>, else:</c> outside of brackets.</summary>
    [Token(Example = ", else:")]
    ShortElse,

    [Token(Example = ".")]
    Dot,

    [Token(Example = ":")]
    Colon,

    [Token(Example = "::")]
    DoubleColon,

    [Token(Example = "->")]
    Arrow,

    [Token(Example = "=>")]
    FatArrow,

    [Token(Example = "=")]
    Assign,

    [Token(Example = "+")]
    Plus,

    [Token(Example = "-")]
    Minus,

    [Token(Example = "*")]
    Star,

    [Token(Example = "/")]
    Slash,

    [Token(Example = "..")]
    Range,

    [Token(Example = "|>")]
    Pipe,

    [Token(Example = "<")]
    Less,

    [Token(Example = "<=")]
    LessOrEqual,

    [Token(Example = ">")]
    Greater,

    [Token(Example = ">=")]
    GreaterOrEqual,

    [Token(Example = "==")]
    Equal,

    [Token(Example = "!=")]
    NotEqual,

    [Token(Example = "&&")]
    AndSymbol,

    [Token(Example = "||")]
    OrSymbol,

    [Token(Example = "!")]
    Bang,

    [Token(Category = "keyword", Example = "true")]
    True,

    [Token(Category = "keyword", Example = "false")]
    False,

    [Token(Category = "keyword", Example = "nil")]
    Nil,

    [Token(Category = "keyword", Example = "and")]
    And,

    [Token(Category = "keyword", Example = "or")]
    Or,

    [Token(Category = "keyword", Example = "not")]
    Not,

    [Token(Category = "keyword", Example = "in")]
    In,

    [Token(Category = "keyword", Example = "when")]
    When,

    [Token(Category = "keyword", Example = "do")]
    Do,

    [Token(Category = "keyword", Example = "end")]
    End,

    [Token(Category = "keyword", Example = "else")]
    Else,

    /// <summary><c>else if</c>, <c>elsif</c>, <c>elif</c>.</summary>
    [Token(Category = "keyword", Example = "else if")]
    ElseIf,

    [Token(Category = "keyword", Example = "after")]
    After,

    [Token(Category = "keyword", Example = "if")]
    If,

    [Token(Category = "keyword", Example = "unless")]
    Unless,

    [Token(Category = "keyword", Example = "branch")]
    Branch,

    [Token(Category = "keyword", Example = "repeat")]
    Repeat,

    /// <summary><c>random</c> that <c>do</c> follows; otherwise it is the function.</summary>
    [Token(Category = "keyword", Example = "random")]
    Random,

    [Token(Category = "keyword", Example = "once")]
    Once,

    [Token(Category = "keyword", Example = "dialog")]
    Dialog,

    [Token(Category = "keyword", Example = "task")]
    Task,

    [Token(Category = "keyword", Example = "function")]
    Function,

    [Token(Category = "keyword", Example = "declare")]
    Declare,

    [Token(Category = "keyword", Example = "test")]
    Test,

    /// <summary>The statement word <c>buttons</c>, whose block differs from that of others.</summary>
    [Token(Category = "keyword", Example = "buttons")]
    Buttons,
}

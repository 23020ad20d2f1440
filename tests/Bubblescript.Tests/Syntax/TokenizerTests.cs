using Bubblescript.Syntax;
using FsCheck;
using FsCheck.Fluent;
using Superpower.Model;

namespace Bubblescript.Tests.Syntax;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("a.stop end", "Name Dot Name End")]
    [InlineData("title: :title \"a b\": ::", "Key Atom StringKey DoubleColon")]
    [InlineData("a[1] a [1] in[1]", "Name IndexBracket Integer RightBracket Name LeftBracket Integer RightBracket In LeftBracket Integer RightBracket")]
    [InlineData("1..2 1.5 1_0", "Integer Range Integer Float Integer")]
    [InlineData("a!=b; ok?; a! = 1", "Name NotEqual Name Separator Name Separator Name Assign Integer")]
    [InlineData("if x, do: a, else: b", "If Name ShortDo Name ShortElse Name")]
    [InlineData("[a, do: b]", "LeftBracket Name Comma Key Name RightBracket")]
    [InlineData("random do", "Random Do")]
    [InlineData("x = random", "Name Assign Name")]
    [InlineData("say random [1]", "WordCall CallName LeftBracket Integer RightBracket")]
    [InlineData("length -1; length - 1; x -1", "CallName Minus Integer Separator Name Minus Integer Separator Name Minus Integer")]
    [InlineData("foo when bar", "Name When Name")]
    [InlineData("\"a#{\"b\"}\"", "StringStart StringText InterpolationStart String InterpolationEnd StringEnd")]
    [InlineData("_\"a\"; _; _(x)", "String Separator Name Separator Name LeftParenthesis Name RightParenthesis")]
    [InlineData("\"\"\"\na\n\"\"\"", "Heredoc")]
    [InlineData("a\n\n;\n b # c\n c", "Name Separator Separator Name Separator Name")]
    [InlineData("a,\nb +\nc\n|> d\nwhen e -> \nf", "Name Comma Name Plus Name Pipe Name When Name Arrow Name")]
    [InlineData("f(\na\n)\n", "Name LeftParenthesis Name RightParenthesis")]
    [InlineData("f(a,\nsay \"x\"", "Name LeftParenthesis Name Comma Separator WordCall String")]
    [InlineData("\uFEFFa\u00A0b", "CallName Name")]
    [InlineData("LLM.complete(1)", "ModuleName Dot Name LeftParenthesis Integer RightParenthesis")]
    public void Text_is_cut_into_tokens(string text, string kinds) =>
        string.Join(' ', Tokens(text).Select(static token => token.Kind)).Should().Be(kinds);

    [Fact]
    public void Tokens_follow_each_other_and_know_their_line_and_column() =>
        Prop.ForAll(
            Arb.From(Gen.ListOf(Gen.Elements("a", " ", "\n", "\r\n", "\"", "#{", "}", "(", ")", "\"\"\"\n", "x: ", "é", ", do: ", "1", "\t", "# c", "%{", "say ", "\\")).Select(static pieces => string.Concat(pieces))),
            static text =>
            {
                SourceText source = new("main.bubble", text);
                int end = 0;
                foreach (Token<TokenKind> token in Tokens(text))
                {
                    token.Position.Absolute.Should().BeGreaterThanOrEqualTo(end);
                    token.Span.Length.Should().BePositive();
                    (token.Position.Line, token.Position.Column).Should().Be(source.GetPosition(token.Position.Absolute));
                    end = token.Position.Absolute + token.Span.Length;
                }

                end.Should().BeLessThanOrEqualTo(text.Length);
            }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    private static TokenList<TokenKind> Tokens(string text) => new ScriptTokenizer(Scripts.Functions, distrustsLines: false).Tokenize(text);
}

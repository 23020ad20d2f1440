using Bubblescript.Syntax;
using Superpower;
using Superpower.Model;
using Token = Superpower.Parsers.Token;

namespace Bubblescript.Tests.Syntax;

/// <summary>What the grammar relies on in Superpower, whichever implementation is built.</summary>
public sealed class CombinatorTests
{
    private static readonly TokenListParser<TokenKind, Token<TokenKind>> Plus = Token.EqualTo(TokenKind.Plus);
    private static readonly TokenListParser<TokenKind, Token<TokenKind>> Minus = Token.EqualTo(TokenKind.Minus);
    private static readonly TokenListParser<TokenKind, string> PlusPlus = Parse.Sequence(Plus, Plus).Select(static _ => "++");
    private static readonly TokenListParser<TokenKind, string> PlusMinus = Parse.Sequence(Plus, Minus).Select(static _ => "+-");

    [Fact]
    public void An_alternative_that_has_consumed_tokens_is_not_given_up()
    {
        TokenListParserResult<TokenKind, string> result = PlusPlus.Or(PlusMinus)(Tokens("+ -"));
        result.HasValue.Should().BeFalse();
        result.Remainder.Position.Should().Be(1);
        result.Expectations.Should().Equal("`+`");
    }

    [Fact]
    public void Try_gives_the_next_alternative_its_chance() =>
        PlusPlus.Try().Or(PlusMinus)(Tokens("+ -")).Value.Should().Be("+-");

    [Fact]
    public void Alternatives_that_fail_at_once_merge_what_they_expected() =>
        Plus.Or(Minus)(Tokens("*")).Expectations.Should().Equal("`+`", "`-`");

    [Fact]
    public void A_name_stands_for_what_was_expected_at_the_start_only()
    {
        PlusPlus.Named("two")(Tokens("*")).Expectations.Should().Equal("two");
        PlusPlus.Named("two")(Tokens("+ *")).Expectations.Should().Equal("`+`");
    }

    [Fact]
    public void An_optional_part_may_be_missing_but_not_broken()
    {
        PlusPlus.OptionalOrDefault("none")(Tokens("*")).Value.Should().Be("none");
        PlusPlus.OptionalOrDefault("none")(Tokens("+ *")).HasValue.Should().BeFalse();
    }

    [Fact]
    public void The_value_of_a_failure_cannot_be_read()
    {
        Action read = static () => _ = Plus(Tokens("*")).Value;
        read.Should().Throw<InvalidOperationException>();
    }

    [Fact]
    public void A_result_covers_the_tokens_that_it_consumed()
    {
        TokenListParserResult<TokenKind, string> result = PlusPlus(Tokens("+ + -"));
        result.Location.Position.Should().Be(0);
        result.Remainder.Position.Should().Be(2);
    }

    [Fact]
    public void A_later_parser_may_depend_on_an_earlier_value() =>
        Plus.Or(Minus).Then(static token => Token.EqualTo(token.Kind)).Select(static token => token.ToStringValue())(Tokens("- -")).Value.Should().Be("-");

    [Fact]
    public void A_reference_is_resolved_when_it_is_used()
    {
        TokenListParser<TokenKind, string>? late = null;
        TokenListParser<TokenKind, string> reference = Parse.Ref(() => late!);
        late = PlusPlus;
        reference(Tokens("+ +")).Value.Should().Be("++");
    }

    private static TokenList<TokenKind> Tokens(string text) => new ScriptTokenizer(new HashSet<string>(StringComparer.Ordinal), distrustsLines: false).Tokenize(text);
}

using System.Net;
using System.Net.Sockets;
using System.Text;
using Bubblescript.Matching;

namespace Bubblescript.Tests.Matching;

public sealed class AnalysisTests
{
    private const string SpacyJson = """
        {"text": "Hi Ann!", "sents": [{"start": 0, "end": 7}], "ents": [{"start": 3, "end": 6, "label": "PERSON"}],
         "tokens": [{"id": 0, "start": 0, "end": 2, "text": "Hi", "lemma": "hi", "norm": "hi", "pos": "INTJ", "tag": "UH"},
                    {"id": 1, "start": 3, "end": 6, "text": "Ann", "lemma": "Ann", "norm": "ann", "pos": "PROPN", "tag": "NNP"},
                    {"id": 2, "start": 6, "end": 7, "text": "!", "lemma": "!", "norm": "!", "pos": "PUNCT", "tag": "."}]}
        """;

    private static readonly AnalysisContext Context = new() { Now = DateTimeOffset.UnixEpoch };

    [Theory]
    [InlineData("  HÉLLO ", "hello")]
    [InlineData("Ørsted Łódź", "orsted lodz")]
    [InlineData("Straße Æon", "straße æon")]
    [InlineData("it’s itʼs", "it's it's")]
    [InlineData("ΑΒΓ", "αβγ")]
    [InlineData("İ", "i")]
    public void The_normal_form_is_lower_case_without_accents(string text, string normal) => TextNormalizer.Normalize(text).Should().Be(normal);

    [Theory]
    [InlineData("  Séa   GREEN! ", "sea green")]
    [InlineData("...", "...")]
    [InlineData("(yes)", "yes")]
    [InlineData("Hello !", "hello")]
    public void The_base_form_leaves_out_punctuation_at_both_ends(string text, string baseForm) => TextNormalizer.ToBaseForm(text).Should().Be(baseForm);

    [Fact]
    public void Tokens_know_their_places_in_code_points()
    {
        Sentence sentence = Utterance.FromText("  👍 Ann's, ok ").Sentences.Single();

        sentence.Text.Should().Be("👍 Ann's, ok");
        sentence.Tokenizations.Should().HaveCount(2);
        sentence.Tokenizations[1].Select(token => (token.Raw, token.Start, token.End, token.Index, token.Kind)).Should().Equal(
            ("👍 ", 0, 1, 0, TokenKind.Naive),
            ("Ann", 2, 5, 1, TokenKind.Naive),
            ("'s", 5, 7, 2, TokenKind.Naive),
            (", ", 7, 8, 3, TokenKind.Punctuation),
            ("ok", 9, 11, 4, TokenKind.Naive));
        sentence.Tokenizations[0].Select(token => token.Index).Should().Equal(0, 1, 2, 4);
    }

    [Fact]
    public void An_empty_text_has_one_empty_tokenisation() =>
        Utterance.FromText(" ").Sentences.Single().Tokenizations.Should().ContainSingle().Which.Should().BeEmpty();

    [Theory]
    [InlineData("was", "be")]
    [InlineData("went", "go")]
    [InlineData("cities", "city")]
    [InlineData("boxes", "box")]
    [InlineData("cats", "cat")]
    [InlineData("stopped", "stop")]
    [InlineData("running", "run")]
    [InlineData("making", "make")]
    [InlineData("loved", "love")]
    [InlineData("children", "child")]
    [InlineData("houses", "house")]
    [InlineData("tried", "try")]
    [InlineData("menus", "menu")]
    [InlineData("taxis", "taxi")]
    [InlineData("quizzes", "quiz")]
    [InlineData("forgave", "forgive")]
    [InlineData("crises", "crisis")]
    public void Words_have_lemmas(string word, string lemma) => BmlPattern.Parse(lemma).Match(word).Should().NotBeNull();

    [Theory]
    [InlineData("his", "hi")]
    [InlineData("as", "a")]
    [InlineData("bed", "b")]
    [InlineData("bring", "br")]
    [InlineData("news", "new")]
    [InlineData("bus", "bu")]
    [InlineData("this", "thi")]
    [InlineData("plus", "plu")]
    [InlineData("be", "was")]
    public void Other_words_have_none(string word, string notLemma) => BmlPattern.Parse(notLemma).Match(word).Should().BeNull();

    [Theory]
    [InlineData("I'm", "i|am")]
    [InlineData("they’re here", "they|are|here")]
    [InlineData("can't", "can|not")]
    [InlineData("won't", "will|not")]
    [InlineData("don’t", "do|not")]
    [InlineData("she'd've", "she|would|have")]
    [InlineData("What's up?", "what|is|up|?")]
    public void Contractions_are_written_out_in_further_tokenisations(string text, string values)
    {
        Sentence sentence = EnglishAnalyzer.Instance.Analyze(text, Context).Sentences.Single();

        string.Join('|', sentence.Tokenizations[^1].Select(token => token.Value)).Should().Be(values);
        string.Concat(sentence.Tokenizations[^1].Select(token => token.Raw)).Should().Be(text);
        sentence.Tokenizations[^1].Select(token => token.Index).Should().Equal(Enumerable.Range(0, sentence.Tokenizations[^1].Count));
    }

    [Fact]
    public void Other_languages_get_tokens_only()
    {
        Utterance utterance = EnglishAnalyzer.Instance.Analyze("was 12", Context with { Locale = "nl_BE" });

        BmlPattern.Parse("be").Match(utterance).Should().BeNull();
        BmlPattern.Parse("[number]").Match(utterance).Should().BeNull();
        BmlPattern.Parse("was 12").Match(utterance).Should().NotBeNull();
    }

    [Fact]
    public void A_document_of_spaCy_becomes_one_sentence_with_entities_in_front()
    {
        Sentence sentence = SpacyDocument.Read(SpacyJson).Sentences.Single();

        sentence.Text.Should().Be("Hi Ann!");
        sentence.Tokenizations[^1].Select(token => (token.Raw, token.Start, token.End, token.Index)).Should().Equal(
            ("Hi ", 0, 2, 0), ("Ann", 3, 5, 1), ("! ", 6, 7, 2));
        sentence.Tokenizations.Should().HaveCount(4);
        sentence.Tokenizations[0].Select(token => token.Value).Should().Equal("hi", "ann", "ann");
        sentence.Tokenizations[0][1].Entity.Should().BeEquivalentTo(new { Kind = "person", Provider = "spacy", Raw = "Ann" });
    }

    [Theory]
    [InlineData("%PROPN[=x]", "x = Ann")]
    [InlineData("%NNP", "yes")]
    [InlineData("%NOUN", "no")]
    [InlineData("hi ann", "yes")]
    [InlineData("hi [person]", "person = Ann")]
    [InlineData("[Start] hi [End]", "no")]
    public void Patterns_match_tokens_of_spaCy(string pattern, string expected) =>
        MatchRows.Describe(BmlPattern.Parse(pattern).Match(SpacyDocument.Read(SpacyJson))).Should().Be(expected);

    [Fact]
    public void A_document_of_spaCy_without_sentences_matches_nothing() =>
        BmlPattern.Parse("_").Match(SpacyDocument.Read("""{"text": "x", "sents": [], "ents": [], "tokens": []}""")).Should().BeNull();

    [Fact]
    public void An_emoji_of_spaCy_is_punctuation_with_a_part_of_speech_of_its_own()
    {
        Utterance utterance = SpacyDocument.Read("""
            {"text": "ok 👍", "sents": [{"start": 0, "end": 4}], "ents": [],
             "tokens": [{"id": 0, "start": 0, "end": 2, "string": "ok ", "lemma": "ok", "norm": "ok", "pos": "X", "tag": "X"},
                        {"id": 1, "start": 3, "end": 4, "string": "👍", "lemma": "👍", "norm": "👍", "pos": "NOUN", "tag": "NN"}]}
            """);

        MatchRows.Describe(BmlPattern.Parse("%EMOJI[=e]").Match(utterance)).Should().Be("e = 👍");
        utterance.Sentences.Single().Tokenizations[0].Should().ContainSingle();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[")]
    [InlineData("""{"text": 1}""")]
    public void What_is_no_document_of_spaCy_is_refused(string json) =>
        FluentActions.Invoking(() => SpacyDocument.Read(json)).Should().Throw<InvalidDataException>().WithMessage("The text is no document of spaCy:*");

    [Fact]
    public void Results_of_Duckling_become_entities()
    {
        RecognizedEntity[] entities = [.. DucklingEntities.Read("""
            [{"body": "10 miles", "start": 4, "end": 12, "dim": "distance", "latent": false, "value": {"value": 10, "type": "value", "unit": "mile"}},
             {"body": "$5", "start": 20, "end": 22, "dim": "amount-of-money", "latent": false,
              "value": {"type": "interval", "from": {"value": 5, "unit": "$"}, "to": {"value": 9, "unit": "$"}}}]
            """)];

        entities.Select(entity => entity.Kind).Should().Equal("distance", "amount_of_money");
        entities.Select(entity => entity.Value.AsInteger()).Should().Equal(10, 5);
        entities[0].Extra.Keys.Should().Equal("type", "unit");
        entities[1].Extra.Keys.Should().Equal("type", "from", "to");
    }

    [Theory]
    [InlineData(4, 12, "run|[distance]|today")]
    [InlineData(4, 7, "run|[distance]|10|miles|today")]
    [InlineData(5, 12, "run|10|miles|[distance]|today")]
    [InlineData(5, 7, null)]
    public void Entities_take_the_place_of_tokens_or_stand_beside_them(int start, int end, string? expected)
    {
        RecognizedEntity entity = new("distance", "test", 10, "10 miles", Bubblescript.Values.MapValue.Empty, start, end);

        Sentence sentence = Utterance.FromText("run 10 miles today").Sentences.Single().WithEntities([entity]);

        sentence.Tokenizations.Should().HaveCount(expected is null ? 1 : 2);
        string first = string.Join('|', sentence.Tokenizations[0].Select(token => token.Entity is { } found ? $"[{found.Kind}]" : token.Raw.Trim()));
        first.Should().Be(expected ?? "run|10|miles|today");
        sentence.Tokenizations[0].Select(token => token.Index).Should().Equal(Enumerable.Range(0, sentence.Tokenizations[0].Count));
    }

    [Fact]
    public async Task A_Duckling_server_is_asked_before_the_turn()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task<string> request = AnswerOnceAsync(listener, "200 OK", """
            [{"body": "12 parsecs", "start": 0, "end": 10, "dim": "distance", "latent": false, "value": {"value": 12, "type": "value", "unit": "parsec"}}]
            """);
        using HttpClient client = new();
        EnglishAnalyzer analyzer = new(new DucklingEntityRecognizer(client, AddressOf(listener)));

        Utterance utterance = await analyzer.AnalyzeAsync("12 parsecs", Context with { Locale = "en_US", TimeZone = "Europe/Amsterdam" });

        BmlPattern.Parse("[distance]").Match(utterance)!["distance"]!.Entity!.Extra["unit"].AsString().Should().Be("parsec");
        string sent = await request;
        sent.Should().StartWith("POST /parse ").And.Contain("text=12+parsecs").And.Contain("locale=en_US").And.Contain("tz=Europe%2FAmsterdam").And.Contain("reftime=0");
    }

    [Theory]
    [InlineData("500 Internal Server Error", "[]")]
    [InlineData("200 OK", "no JSON")]
    public async Task When_the_Duckling_server_fails_the_built_in_recognisers_stand_in(string status, string body)
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task<string> request = AnswerOnceAsync(listener, status, body);
        using HttpClient client = new();
        List<Exception> failures = [];
        EnglishAnalyzer analyzer = new(new DucklingEntityRecognizer(client, AddressOf(listener)), failures.Add);

        Utterance utterance = await analyzer.AnalyzeAsync("12 miles", Context);

        BmlPattern.Parse("[distance]").Match(utterance).Should().NotBeNull();
        failures.Should().ContainSingle();
        await request;
    }

    private static Uri AddressOf(TcpListener listener) => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    /// <summary>Takes one request, answers it and gives what was sent.</summary>
    private static async Task<string> AnswerOnceAsync(TcpListener listener, string status, string body)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        NetworkStream stream = client.GetStream();
        StringBuilder request = new();
        byte[] buffer = new byte[8192];
        while (!IsComplete(request.ToString()))
        {
            int count = await stream.ReadAsync(buffer);
            request.Append(Encoding.ASCII.GetString(buffer, 0, count));
        }

        byte[] content = Encoding.UTF8.GetBytes(body);
        string head = $"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {content.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        await stream.WriteAsync(content);
        return request.ToString();
    }

    private static bool IsComplete(string request)
    {
        int headEnd = request.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        string? length = request.Split("\r\n").FirstOrDefault(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return headEnd >= 0 && length is not null
            && request.Length - headEnd - 4 >= int.Parse(length["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}

using System.Collections.Immutable;
using Bubblescript.Values;

namespace Bubblescript.Matching;

/// <summary>What a user said: its text and one or more analysed sentences (language reference, BML, section 2.2). Immutable, safe for use by several threads.</summary>
public sealed class Utterance : IDerivedFields
{
    /// <summary>Makes an utterance.</summary>
    /// <param name="text">The text as it was said.</param>
    /// <param name="sentences">Its sentences; the first that matches a pattern decides.</param>
    public Utterance(string text, params ImmutableArray<Sentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        Sentences = sentences.IsDefault ? [] : sentences;
    }

    /// <summary>The text as it was said.</summary>
    public string Text { get; }

    /// <summary>The sentences, in order.</summary>
    public ImmutableArray<Sentence> Sentences { get; }

    /// <summary>Makes an utterance with the built-in tokeniser alone, without lemmas, contractions and entities.</summary>
    /// <param name="text">The text as it was said.</param>
    public static Utterance FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Utterance(text, Sentence.FromText(text, SentenceAnalysis.Plain));
    }

    /// <inheritdoc/>
    public override string ToString() => Text;

    /// <summary>The fields of the message with this analysis; a hook may have given it another text since.</summary>
    Value IDerivedFields.Read(RecordValue record, string field) =>
        string.Equals(Operand.TextOf(record), Text, StringComparison.Ordinal) ? MessageFields.Read(this, field) : MessageFields.Instance.Read(record, field);
}

using Bubblescript.Coordination;
using Bubblescript.Messages;
using Bubblescript.Testing.Transcripts.Observations;

namespace Bubblescript.Testing.Worlds;

/// <summary>A conversation of a test: its handle, and what the bot did in it and no step has listed yet.</summary>
internal sealed class TestConversation(string name, string g, Conversation handle)
{
    private readonly Queue<Observation> _pending = new();

    public string Name { get; } = name;

    public string G { get; } = g;

    /// <summary>The handle; another one after a restart of the host.</summary>
    public Conversation Handle { get; set; } = handle;

    public IReadOnlyCollection<Observation> Pending => _pending;

    public void Add(Observation observation) => _pending.Enqueue(observation);

    public Observation? TryPeek() => _pending.TryPeek(out Observation? observation) ? observation : null;

    public Observation Take() => _pending.Dequeue();

    /// <summary>Leaves out the input method <c>closed</c> beside a closing: a step for the closing covers it.</summary>
    public void SkipClosedInput()
    {
        if (_pending.TryPeek(out Observation? first) && IsClosedInput(first) && _pending.ElementAtOrDefault(1) is ClosedObservation)
        {
            _pending.Dequeue();
        }
    }

    /// <summary>A step for the input method <c>closed</c> covers the closing that comes with it.</summary>
    public void SkipClosingAfter(Observation observation)
    {
        if (IsClosedInput(observation) && TryPeek() is ClosedObservation)
        {
            _pending.Dequeue();
        }
    }

    /// <summary>After a closing: leaves out the input method that follows it.</summary>
    public void SkipTrailingClosedInput()
    {
        if (_pending.TryPeek(out Observation? first) && IsClosedInput(first))
        {
            _pending.Dequeue();
        }
    }

    private static bool IsClosedInput(Observation observation) =>
        observation is MessageObservation { Message.Payload: InputMethodPayload { Method: "closed" } };
}

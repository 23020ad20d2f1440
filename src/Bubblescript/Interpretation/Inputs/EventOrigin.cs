namespace Bubblescript.Interpretation.Inputs;

/// <summary>Where an event comes from; only those of clients restart the session timer.</summary>
internal enum EventOrigin
{
    Client,
    Process,
    Schedule,
    Host,
}

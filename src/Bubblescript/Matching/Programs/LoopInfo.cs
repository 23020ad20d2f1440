namespace Bubblescript.Matching.Programs;

/// <summary>A repetition that counts its rounds or whose body may take nothing.</summary>
internal sealed record LoopInfo(int Minimum, int Maximum, bool IsLazy, int Body, int Exit, int BodyWidth)
{
    /// <summary>Whether the upper limit cannot be reached with so many tokens left.</summary>
    public bool IsUnbounded(int remaining) => Maximum == int.MaxValue || (BodyWidth > 0 && remaining / BodyWidth < Maximum);
}

using Bubblescript.Interpretation;
using Bubblescript.Values;

namespace Bubblescript.Storage;

/// <summary>What is left of a loop: states keep the items to come, not those that are done.</summary>
internal static class LoopRemainder
{
    /// <summary>Whether the done items can be left out, so that the loop begins anew with the others.</summary>
    public static bool IsCut(LoopState loop) => loop.Items.Kind is ValueKind.List or ValueKind.Range;

    public static Value ItemsOf(LoopState loop)
    {
        if (loop.Items.AsList() is { } list)
        {
            int done = (int)Math.Min(loop.Next, list.Count);
            return ListValue.From(list.AsSpan()[done..]);
        }

        if (loop.Items.AsRange() is { } range)
        {
            return Value.From(new RangeValue(loop.Next > long.MaxValue - range.First ? long.MaxValue : range.First + loop.Next, range.Last));
        }

        return loop.Items;
    }
}

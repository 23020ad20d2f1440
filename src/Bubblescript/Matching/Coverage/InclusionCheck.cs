namespace Bubblescript.Matching.Coverage;

/// <summary>
/// Whether one automaton accepts every sentence that another accepts. Each way through the first is followed together with all ways through the second,
/// on the poorest sentence that allows it: its tokens pass just the tests that this way asks for. Richer sentences only help the second.
/// </summary>
internal sealed class InclusionCheck(TokenAutomaton all, TokenAutomaton some)
{
    private const int LargestEffort = 4000;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly Stack<(Place Way, HashSet<Place> Ways)> _open = new();

    public bool Holds()
    {
        FollowFree(new Place(0, AtEnd: false, BehindLiteral: false), Close([new Place(0, AtEnd: false, BehindLiteral: false)], isStart: false), isBeginning: true);
        int effort = 0;
        while (_open.TryPop(out (Place Way, HashSet<Place> Ways) current))
        {
            if (++effort > LargestEffort)
            {
                return false;
            }

            if (current.Way.State == all.Accept && !AcceptsAtEnd(current.Ways))
            {
                return false;
            }

            foreach (Edge edge in all.EdgesOf(current.Way.State))
            {
                if (IsToken(edge.Kind) && !current.Way.AtEnd)
                {
                    FollowFree(new Place(edge.Target, AtEnd: false, BehindLiteral: false), Close(Step(current.Ways, edge), isStart: false), isBeginning: false);
                }
            }
        }

        return true;
    }

    private static bool IsToken(EdgeKind kind) => kind is EdgeKind.Token or EdgeKind.AnyToken or EdgeKind.LiteralStart or EdgeKind.LiteralRest;

    /// <summary>Notes all places that the first automaton reaches without reading a token.</summary>
    private void FollowFree(Place way, HashSet<Place> ways, bool isBeginning)
    {
        if (AcceptsEverything(ways) || !_seen.Add(Describe(way, ways)))
        {
            return;
        }

        _open.Push((way, ways));
        foreach (Edge edge in all.EdgesOf(way.State))
        {
            switch (edge.Kind)
            {
                case EdgeKind.Free:
                    FollowFree(way with { State = edge.Target }, ways, isBeginning);
                    break;
                case EdgeKind.End:
                    FollowFree(way with { State = edge.Target, AtEnd = true }, ways, isBeginning);
                    break;
                case EdgeKind.Start when isBeginning:
                    FollowFree(way with { State = edge.Target }, Close(ways, isStart: true), isBeginning);
                    break;
            }
        }
    }

    private bool AcceptsEverything(HashSet<Place> ways) => ways.Contains(new Place(some.Accept, AtEnd: false, BehindLiteral: false))
        || ways.Contains(new Place(some.Accept, AtEnd: false, BehindLiteral: true));

    private bool AcceptsAtEnd(HashSet<Place> ways) => ways.Any(way => way.State == some.Accept);

    private HashSet<Place> Step(HashSet<Place> ways, Edge letter)
    {
        HashSet<Place> next = [];
        foreach (Place way in ways)
        {
            if (way.AtEnd || (way.BehindLiteral && letter.Kind == EdgeKind.LiteralRest))
            {
                continue;
            }

            foreach (Edge edge in some.EdgesOf(way.State))
            {
                if (edge.Kind == EdgeKind.AnyToken || (edge.Kind == letter.Kind && IsToken(edge.Kind) && edge.Label == letter.Label))
                {
                    next.Add(new Place(edge.Target, AtEnd: false, BehindLiteral: false));
                }
            }
        }

        return next;
    }

    /// <summary>Adds what the second automaton reaches without reading a token.</summary>
    private HashSet<Place> Close(HashSet<Place> ways, bool isStart)
    {
        HashSet<Place> closed = [.. ways];
        Stack<Place> open = new(ways);
        while (open.TryPop(out Place way))
        {
            bool isLiteral = some.EdgesOf(way.State).Any(static edge => edge.Kind == EdgeKind.LiteralRest);
            foreach (Edge edge in some.EdgesOf(way.State))
            {
                Place? target = edge.Kind switch
                {
                    EdgeKind.Free => way with { State = edge.Target, BehindLiteral = way.BehindLiteral || isLiteral },
                    EdgeKind.End => way with { State = edge.Target, AtEnd = true },
                    EdgeKind.Start when isStart => way with { State = edge.Target },
                    _ => null,
                };
                if (target is { } place && closed.Add(place))
                {
                    open.Push(place);
                }
            }
        }

        return closed;
    }

    private static string Describe(Place way, HashSet<Place> ways) =>
        way + ":" + string.Join(',', ways.Select(static place => (place.State * 4) + (place.AtEnd ? 1 : 0) + (place.BehindLiteral ? 2 : 0)).Order());
}

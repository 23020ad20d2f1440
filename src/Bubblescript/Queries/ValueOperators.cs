using System.Text.RegularExpressions;
using Bubblescript.Values;
using NodaTime;

namespace Bubblescript.Queries;

/// <summary>The value operators of queries (query language, section 3).</summary>
internal static class ValueOperators
{
    private static readonly char[] Blanks = [' ', '\t', '\n', '\r', '\v', '\f', '\u00a0', '\u2003', '\u3000'];

    public static bool IsOperator(string key) => key is "_eq" or "_ne" or "_in" or "_nin" or "_has" or "_hasnt" or "_lt" or "_lte" or "_gt" or "_gte"
        or "_sim" or "_regex" or "_geo" or "_geo_poly" or "_time";

    /// <summary>The operator with its argument, or null and what is wrong with the argument.</summary>
    public static QueryOperator? Create(string name, Value argument, QueryModifiers modifiers, ExecutionLimits limits, out string? error)
    {
        error = null;
        Value e = Operand.Of(argument);
        switch (name)
        {
            case "_eq":
                return Equal(e);
            case "_ne":
                return Not(Equal(e));
            case "_in":
            case "_nin":
                return In(name, e, out error);
            case "_has":
                return Has(e);
            case "_hasnt":
                return Not(Has(e));
            case "_geo":
                return GeoOperators.Near(e, modifiers);
            case "_geo_poly":
                return GeoOperators.Inside(e, modifiers, out error);
            case "_time":
                return Time(e, modifiers);
            case "_sim":
                return Similar(e, out error);
            case "_regex":
                return Pattern(e, modifiers, limits, out error);
            default:
                return Order(name, e, out error);
        }
    }

    /// <summary>1 at distance 0, falling with the logarithm to 0 at the maximum.</summary>
    public static double LogScore(double distance, double maximum) =>
        distance == 0 ? 1 : maximum == 0 ? 0 : Math.Max(0, 1 - (Math.Log(1 + distance) / Math.Log(1 + maximum)));

    private static string? Refuse(string name, string wanted, Value argument) => $"'{name}' in a query needs {wanted}, got {ValueDescription.Describe(argument)}";

    private static QueryOperator Not(QueryOperator inner) => (value, run) => inner(value, run) > 0 ? 0 : 1;

    private static QueryOperator Equal(Value e)
    {
        if (e.Kind == ValueKind.List)
        {
            return Has(e);
        }

        return (value, run) => Operand.Of(value).AsList() is { } list ? Contains(list, e, run) : ValueEquality.AreEqualExactly(value, e) ? 1 : 0;
    }

    private static double Contains(ListValue list, Value e, QueryRun run)
    {
        run.Charge(list.Count * 10);
        foreach (Value member in list.AsSpan())
        {
            if (ValueEquality.AreEqualExactly(member, e))
            {
                return 1;
            }
        }

        return 0;
    }

    private static QueryOperator? In(string name, Value e, out string? error)
    {
        error = null;
        QueryOperator? operation = null;
        if (e.AsRange() is { } range)
        {
            operation = (value, _) =>
                Operand.Of(value) is { IsNumber: true } number && NumberComparison.Compare(number, range.First) >= 0
                    && NumberComparison.Compare(number, range.Last) <= 0 && Math.Floor(number.AsDouble()!.Value).Equals(number.AsDouble()!.Value)
                    ? 1
                    : 0;
        }
        else if (e.IsNil || e.Kind == ValueKind.List)
        {
            HashSet<Value> members = new(e.AsList() ?? ListValue.Empty, ExactComparer.Instance);
            operation = (value, _) => members.Contains(value) ? 1 : 0;
        }
        else
        {
            error = Refuse(name, "a list", e);
        }

        return operation is not null && string.Equals(name, "_nin", StringComparison.Ordinal) ? Not(operation) : operation;
    }

    private static QueryOperator Has(Value e)
    {
        ListValue asked = Iteration.TryGetItems(e, out ListValue items) ? items : ListValue.From([e]);
        return (value, run) =>
        {
            value = Operand.Of(value);
            if (asked.Count == 0)
            {
                return 0;
            }

            if (value.AsText() is { } text)
            {
                value = ListValue.From(text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries).Select(Value.From));
            }

            return value.AsList() is { } list && run.Charge((list.Count + asked.Count) * 30) ? (double)CountFound(list, asked) / asked.Count : 0;
        };
    }

    /// <summary>How many of the asked items can be taken out of the list one by one.</summary>
    private static int CountFound(ListValue list, ListValue asked)
    {
        if (asked.Count == 1)
        {
            foreach (Value item in list.AsSpan())
            {
                if (ValueEquality.AreEqualExactly(item, asked[0]))
                {
                    return 1;
                }
            }

            return 0;
        }

        Dictionary<Value, int> left = new(ExactComparer.Instance);
        foreach (Value item in list.AsSpan())
        {
            left[item] = left.GetValueOrDefault(item) + 1;
        }

        int found = 0;
        foreach (Value item in asked.AsSpan())
        {
            if (left.TryGetValue(item, out int count) && count > 0)
            {
                left[item] = count - 1;
                found++;
            }
        }

        return found;
    }

    private static QueryOperator? Order(string name, Value e, out string? error)
    {
        error = null;
        if (e.Kind == ValueKind.Map)
        {
            error = $"'{name}' in a query cannot have fields below it: write the field first, [field: [{name}: value]]";
            return null;
        }

        return name switch
        {
            "_lt" => (value, _) => ValueOrder.Instance.Compare(value, e) < 0 ? 1 : 0,
            "_lte" => (value, _) => ValueOrder.Instance.Compare(value, e) <= 0 ? 1 : 0,
            "_gt" => (value, _) => ValueOrder.Instance.Compare(value, e) > 0 ? 1 : 0,
            _ => (value, _) => ValueOrder.Instance.Compare(value, e) >= 0 ? 1 : 0,
        };
    }

    private static QueryOperator? Similar(Value e, out string? error)
    {
        error = null;
        string? wanted = e.IsNil ? string.Empty : e.AsText();
        if (wanted is null)
        {
            error = Refuse("_sim", "a text", e);
            return null;
        }

        return (value, run) =>
        {
            value = Operand.Of(value);
            if (value.AsText() is { } text)
            {
                return Compare(text, wanted, run);
            }

            double best = 0;
            foreach (Value member in value.AsList() ?? ListValue.Empty)
            {
                best = Operand.Of(member).AsText() is { } part ? Math.Max(best, Compare(part, wanted, run)) : best;
            }

            return best;
        };
    }

    private static double Compare(string text, string wanted, QueryRun run) => run.Charge(Similarity.Cost(text, wanted)) ? Similarity.Of(text, wanted) : 0;

    private static QueryOperator? Pattern(Value e, QueryModifiers modifiers, ExecutionLimits limits, out string? error)
    {
        error = null;
        string? text = e.IsNil ? string.Empty : e.AsText();
        if (text is null)
        {
            error = Refuse("_regex", "a text", e);
            return null;
        }

        if (modifiers.IsInverse)
        {
            int length = Graphemes.Count(text);
            return (value, run) =>
                ScriptRegex.TryCreate(ValueText.ToText(value, run.Locale), RegexOptions.IgnoreCase, run.Limits, out Regex pattern, out _)
                    ? ScoreOf(pattern, text, length, run, withGroups: false)
                    : 0;
        }

        return ScriptRegex.TryCreate(text, RegexOptions.IgnoreCase, limits, out Regex regex, out error)
            ? (value, run) =>
            {
                string subject = ValueText.ToText(value, run.Locale, run.Limits.TextLength);
                return ScoreOf(regex, subject, Graphemes.Count(subject), run, withGroups: true);
            }
        : null;
    }

    private static double ScoreOf(Regex regex, string subject, int length, QueryRun run, bool withGroups)
    {
        if (!run.Charge(2000 + subject.Length))
        {
            return 0;
        }

        Match? match = ScriptRegex.Find(regex, subject, out bool inTime);
        if (!inTime)
        {
            run.Fail($"a regular expression took longer than {NumberText.Format((long)run.Limits.RegexTime.TotalMilliseconds)} ms");
        }

        if (match is null || match.Length == 0)
        {
            return 0;
        }

        if (withGroups && run.Metadata is not null)
        {
            foreach (Group group in match.Groups)
            {
                if (group.Success && !char.IsAsciiDigit(group.Name[0]))
                {
                    run.AddMetadata(group.Name, group.Value);
                }
            }
        }

        return (double)Graphemes.Count(match.Value) / length;
    }

    private static QueryOperator Time(Value e, QueryModifiers modifiers)
    {
        Instant? wanted = MomentOf(e);
        return (value, _) =>
            wanted is { } there && MomentOf(Operand.Of(value)) is { } here
                ? LogScore(Math.Abs(Math.Truncate((here - there).TotalSeconds)), modifiers.MaximumTime)
                : 0;
    }

    private static Instant? MomentOf(Value value) =>
        value.AsString() is { } text && IsoDate.TryParse(text, out IsoDate date) ? date.ToInstant(DateTimeZone.Utc) : null;
}

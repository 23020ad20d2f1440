using Bubblescript.Values;

namespace Bubblescript.Schemas;

/// <summary><c>enum</c> and <c>const</c>: the value must equal one of the members.</summary>
internal sealed class EnumerationRule(ListValue members) : SchemaRule
{
    private const int MostShown = 10;

    public override SchemaViolation? Check(Value value, SchemaWalk walk)
    {
        for (int i = 0; i < members.Count; i++)
        {
            if (walk.Charge() is { } exceeded)
            {
                return exceeded;
            }

            if (SchemaValues.AreEqual(value, members[i]))
            {
                return null;
            }
        }

        string shown = string.Join(", ", members.Take(MostShown).Select(static member => ValueDescription.Format(member)));
        string expected = members.Count == 1 ? $"must be {shown}" : $"must be one of {shown}{(members.Count > MostShown ? ", …" : "")}";
        return new SchemaViolation("", $"{expected}, got {SchemaValues.Describe(value)}");
    }
}

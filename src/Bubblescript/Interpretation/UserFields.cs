using Bubblescript.Values;

namespace Bubblescript.Interpretation;

/// <summary>Which fields of <c>user</c> the runtime sets (language reference, section 4.1).</summary>
internal static class UserFields
{
    private static readonly string[] RuntimeFields = ["id", "user_id", "frontend", "tags", "extra"];

    /// <summary>What <c>remember user</c> stores.</summary>
    public static MapValue WithoutRuntimeFields(MapValue user)
    {
        foreach (string field in RuntimeFields)
        {
            user = user.Remove(field);
        }

        return user;
    }

    /// <summary>What <c>forget user</c> leaves: who the user is.</summary>
    public static MapValue OnlyRuntimeFields(MapValue user)
    {
        foreach (string field in WithoutRuntimeFields(user).Keys)
        {
            user = user.Remove(field);
        }

        return user;
    }
}

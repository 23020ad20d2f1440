using System.Collections.Frozen;

namespace Bubblescript.Matching;

/// <summary>The entity kinds of the language (language reference, BML, section 3).</summary>
internal static class EntityKinds
{
    public static readonly FrozenSet<string> All = FrozenSet.Create(
        StringComparer.Ordinal,
        "amount_of_money", "credit_card_number", "date", "distance", "duration", "email", "event", "fac", "gpe", "language", "law", "loc", "money", "norp",
        "number", "ordinal", "org", "percent", "person", "phone_number", "product", "quantity", "temperature", "time", "url", "volume", "work_of_art");
}

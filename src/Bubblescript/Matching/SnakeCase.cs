using System.Text;

namespace Bubblescript.Matching;

/// <summary>Names in lower snake case.</summary>
internal static class SnakeCase
{
    /// <summary>"amount-of-money", "WORK_OF_ART" and "creditCardNumber" as <c>amount_of_money</c>, <c>work_of_art</c> and <c>credit_card_number</c>.</summary>
    public static string From(string name)
    {
        StringBuilder builder = new(name.Length + 2);
        for (int i = 0; i < name.Length; i++)
        {
            if (!char.IsLetterOrDigit(name[i]))
            {
                builder.Append('_');
                continue;
            }

            if (i > 0 && char.IsUpper(name[i]) && char.IsLower(name[i - 1]))
            {
                builder.Append('_');
            }

            builder.Append(char.ToLowerInvariant(name[i]));
        }

        return builder.ToString();
    }
}

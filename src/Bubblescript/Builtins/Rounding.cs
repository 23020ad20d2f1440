using System.Globalization;

namespace Bubblescript.Builtins;

/// <summary>Rounding half away from zero of floats as they are written: 2.675 has three decimals, whatever its bits say.</summary>
internal static class Rounding
{
    private const double LargestDecimal = 7.9e27;
    private const int MostDecimals = 28;

    /// <summary>The rounded number; false for numbers outside the range of decimals.</summary>
    public static bool TryRound(double number, int digits, out decimal rounded)
    {
        rounded = 0;
        if (Math.Abs(number) > LargestDecimal || digits > MostDecimals
            || !decimal.TryParse(number.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture, out decimal exact))
        {
            return false;
        }

        if (digits >= 0)
        {
            rounded = decimal.Round(exact, digits, MidpointRounding.AwayFromZero);
            return true;
        }

        decimal unit = 1;
        for (int i = digits; i < 0; i++)
        {
            unit *= 10;
            if (unit > 2 * decimal.Abs(exact))
            {
                rounded = 0;
                return true;
            }
        }

        rounded = decimal.Round(exact / unit, 0, MidpointRounding.AwayFromZero) * unit;
        return true;
    }
}

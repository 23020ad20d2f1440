using System.Globalization;

namespace Bubblescript.Values;

/// <summary>Locations and the distance between them (query language, sections 3.4 and 4).</summary>
internal static class GeoLocation
{
    private const double EarthRadius = 6371008.8;

    /// <summary>Reads <c>[lon, lat]</c>, a map or location record with numeric <c>lat</c> and <c>lon</c>, or the text <c>"lat,lon"</c>.</summary>
    public static bool TryRead(Value value, out double latitude, out double longitude)
    {
        value = Operand.Of(value);
        latitude = longitude = 0;
        if (value.AsList() is { } list)
        {
            return list.Count == 2 && TryReadNumber(list[0], out longitude) && TryReadNumber(list[1], out latitude);
        }

        if ((value.AsMap() ?? FieldsOf(value.AsRecord())) is { } map)
        {
            return TryReadNumber(map["lat"], out latitude) && TryReadNumber(map["lon"], out longitude);
        }

        return value.AsString() is { } text && TryReadText(text, out latitude, out longitude);
    }

    /// <summary>The great-circle distance in metres; coordinates in degrees.</summary>
    public static double Distance(double latitude1, double longitude1, double latitude2, double longitude2)
    {
        double phi1 = double.DegreesToRadians(latitude1);
        double phi2 = double.DegreesToRadians(latitude2);
        double a = Math.Sin((phi2 - phi1) / 2);
        double b = Math.Sin(double.DegreesToRadians(longitude2 - longitude1) / 2);
        double h = Math.Clamp((a * a) + (b * b * Math.Cos(phi1) * Math.Cos(phi2)), 0, 1);
        return 2 * EarthRadius * Math.Atan2(Math.Sqrt(h), Math.Sqrt(1 - h));
    }

    private static MapValue? FieldsOf(RecordValue? record) => record?.RecordKind switch
    {
        RecordKind.Location => record.Fields,
        RecordKind.Element => record["payload"].AsMap(),
        _ => null,
    };

    private static bool TryReadText(string text, out double latitude, out double longitude)
    {
        int comma = text.IndexOf(',', StringComparison.Ordinal);
        longitude = latitude = 0;
        return comma > 0
            && TryReadPart(text.AsSpan(0, comma), out latitude)
            && TryReadPart(text.AsSpan(comma + 1), out longitude);
    }

    private static bool TryReadPart(ReadOnlySpan<char> text, out double number) =>
        double.TryParse(text.Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number)
        && double.IsFinite(number);

    private static bool TryReadNumber(Value value, out double number)
    {
        number = Operand.Of(value).AsDouble() ?? double.NaN;
        return !double.IsNaN(number);
    }
}

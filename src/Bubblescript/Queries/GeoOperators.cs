using Bubblescript.Values;

namespace Bubblescript.Queries;

/// <summary>The operators on locations (query language, sections 3.4 and 3.5).</summary>
internal static class GeoOperators
{
    /// <summary><c>_geo</c>: how near a location is.</summary>
    public static QueryOperator Near(Value argument, QueryModifiers modifiers)
    {
        bool isLocation = GeoLocation.TryRead(argument, out double latitude, out double longitude);
        return (value, run) =>
        {
            if (!isLocation || !GeoLocation.TryRead(value, out double itemLatitude, out double itemLongitude))
            {
                return 0;
            }

            double distance = GeoLocation.Distance(itemLatitude, itemLongitude, latitude, longitude);
            AddDistance(run, distance);
            return distance <= modifiers.Radius ? 1 : ValueOperators.LogScore(distance - modifiers.Radius, modifiers.MaximumDistance);
        };
    }

    /// <summary><c>_geo_poly</c>: whether a location is inside a polygon, or how near.</summary>
    public static QueryOperator? Inside(Value argument, QueryModifiers modifiers, out string? error)
    {
        error = null;
        if (argument.Kind != ValueKind.List && !argument.IsNil)
        {
            error = $"'_geo_poly' in a query needs a list of locations, got {ValueDescription.Describe(argument)}";
            return null;
        }

        List<(double X, double Y)> corners = [];
        foreach (Value corner in argument.AsList() ?? ListValue.Empty)
        {
            if (GeoLocation.TryRead(corner, out double latitude, out double longitude))
            {
                corners.Add((longitude, latitude));
            }
        }

        return (value, run) =>
        {
            if (corners.Count == 0 || !GeoLocation.TryRead(value, out double y, out double x) || !run.Charge(corners.Count * 10))
            {
                return 0;
            }

            if (IsInside(corners, x, y))
            {
                return 1;
            }

            (double closestX, double closestY) = ClosestPoint(corners, x, y);
            double distance = GeoLocation.Distance(y, x, closestY, closestX);
            AddDistance(run, distance);
            return ValueOperators.LogScore(distance, modifiers.MaximumDistance);
        };
    }

    private static void AddDistance(QueryRun run, double distance)
    {
        if (run.Metadata is not null && double.IsFinite(distance))
        {
            run.AddMetadata("distance", distance);
        }
    }

    private static bool IsInside(List<(double X, double Y)> corners, double x, double y)
    {
        bool inside = false;
        for (int i = 0, j = corners.Count - 1; i < corners.Count; j = i++)
        {
            (double x1, double y1) = corners[i];
            (double x2, double y2) = corners[j];
            if (y1 > y != y2 > y && x < ((x2 - x1) * (y - y1) / (y2 - y1)) + x1)
            {
                inside = !inside;
            }
        }

        return inside;
    }

    private static (double X, double Y) ClosestPoint(List<(double X, double Y)> corners, double x, double y)
    {
        (double X, double Y) best = corners[0];
        double smallest = double.PositiveInfinity;
        for (int i = 0, j = corners.Count - 1; i < corners.Count; j = i++)
        {
            (double X, double Y) point = ClosestPoint(corners[j], corners[i], x, y);
            double distance = ((point.X - x) * (point.X - x)) + ((point.Y - y) * (point.Y - y));
            if (distance < smallest)
            {
                smallest = distance;
                best = point;
            }
        }

        return best;
    }

    private static (double X, double Y) ClosestPoint((double X, double Y) from, (double X, double Y) to, double x, double y)
    {
        double dx = to.X - from.X;
        double dy = to.Y - from.Y;
        double square = (dx * dx) + (dy * dy);
        double share = square == 0 ? 0 : Math.Clamp((((x - from.X) * dx) + ((y - from.Y) * dy)) / square, 0, 1);
        return (from.X + (share * dx), from.Y + (share * dy));
    }
}

namespace Bubblescript.Matching.Entities;

/// <summary>How precise a time is; ordered from fine to coarse. The lower-case names are those of Duckling.</summary>
internal enum TimeGrain
{
    /// <summary>To the second.</summary>
    Second,

    /// <summary>To the minute.</summary>
    Minute,

    /// <summary>To the hour.</summary>
    Hour,

    /// <summary>A day.</summary>
    Day,

    /// <summary>A week.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A year.</summary>
    Year,
}

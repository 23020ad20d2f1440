using System.Globalization;

namespace Bubblescript.Coordination;

/// <summary>
/// Makes ids that no other host makes: a random part, drawn once, and a number. Drawing each id at random would cost as much as a small turn. Safe for
/// use by several threads.
/// </summary>
internal sealed class IdSource
{
    private readonly string _prefix = Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture) + "-";
    private long _last;

    /// <summary>A new id.</summary>
    public string Next() => string.Create(CultureInfo.InvariantCulture, $"{_prefix}{Interlocked.Increment(ref _last):x}");
}

using System.Runtime.InteropServices;

namespace Bubblescript.Matching.Entities;

/// <summary>Adds up a number in words: a group below a thousand, and the groups in front of it.</summary>
[StructLayout(LayoutKind.Auto)]
internal struct NumberSum
{
    private decimal _total;
    private decimal _lastScale;
    private bool _hasPart;

    /// <summary>The group that is being read.</summary>
    public decimal Group { get; set; }

    public readonly decimal Value => _total + Group;

    /// <summary>Whether "and" can follow: after hundreds or a larger group.</summary>
    public readonly bool AllowsAnd => (Group >= 100 && Group % 100 == 0) || (Group == 0 && _total > 0);

    public bool TryAddUnit(int unit)
    {
        bool fits = Group % 100 == 0 ? unit > 0 || !_hasPart : Group % 10 == 0 && Group % 100 >= 20 && unit is > 0 and < 10;
        return fits && Add(unit);
    }

    public bool TryAddTens(int tens) => Group % 100 == 0 && Add(tens);

    public bool TryScale(decimal scale)
    {
        if (Group == 0 || (scale == 100 && (Group >= 100 || Group % 10 == 0)) || scale == 12 && _total > 0)
        {
            return false;
        }

        if (scale is 100 or 12)
        {
            Group *= scale;
            return true;
        }

        if (_lastScale != 0 && scale >= _lastScale)
        {
            return false;
        }

        _total += Group * scale;
        _lastScale = scale;
        Group = 0;
        return true;
    }

    private bool Add(int part)
    {
        Group += part;
        _hasPart = true;
        return true;
    }
}

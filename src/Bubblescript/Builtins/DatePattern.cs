using System.Globalization;
using Bubblescript.Values;
using NodaTime;

namespace Bubblescript.Builtins;

/// <summary>Reads a date by the directives that <see cref="DateFormat"/> writes.</summary>
internal ref struct DatePattern
{
    private readonly string _locale;
    private ReadOnlySpan<char> _text;
    private int _year;
    private int _month;
    private int _day;
    private int _hour;
    private int _minute;
    private int _second;
    private long _nanoseconds;
    private bool _hasTime;
    private bool? _isAfternoon;
    private Offset? _offset;
    private IsoDate? _whole;
    private DateTimeZone? _zone;

    private DatePattern(string text, string locale)
    {
        _text = text;
        _locale = locale;
        _year = 1970;
        _month = 1;
        _day = 1;
    }

    /// <summary>The date as text, nil when the text does not follow the format, an error for a directive that does not exist.</summary>
    public static Value Read(string text, string format, DateTimeZone zone, string locale)
    {
        DatePattern pattern = new(text, locale);
        int position = 0;
        bool matches = true;
        while (position < format.Length)
        {
            char character = format[position];
            if (character != '{' || format.AsSpan(position).StartsWith("{{"))
            {
                matches = matches && pattern.Take(character);
                position += character == '{' ? 2 : 1;
                continue;
            }

            int end = format.IndexOf('}', position);
            string directive = end < 0 ? format[(position + 1)..] : format[(position + 1)..end];
            if (end < 0 || !pattern.TryDirective(directive, out bool matched))
            {
                return WrongDirective(directive, isClosed: end >= 0);
            }

            matches = matches && matched;
            position = end + 1;
        }

        return matches && pattern._text.IsEmpty && pattern.TryMake(out IsoDate date) ? DateText.Normalize(date, pattern._zone ?? zone) : default;
    }

    public static Value WrongDirective(string directive, bool isClosed) => FunctionContext.Fail(
        isClosed ? $"unknown directive {{{directive}}} in a date format" : $"the directive {{{directive} in a date format has no closing brace; write {{{{ for a brace");

    private bool Take(char character)
    {
        if (char.IsWhiteSpace(character))
        {
            bool any = !_text.IsEmpty && char.IsWhiteSpace(_text[0]);
            _text = _text.TrimStart();
            return any;
        }

        bool matches = !_text.IsEmpty && _text[0] == character;
        _text = matches ? _text[1..] : _text;
        return matches;
    }

    private bool TryDirective(string directive, out bool matched)
    {
        switch (directive)
        {
            case "YYYY":
                matched = TakeNumber(4, 4, out _year) && _year > 0;
                return true;
            case "YY":
                matched = TakeNumber(2, 2, out _year);
                _year += _year < 70 ? 2000 : 1900;
                return true;
            case "M" or "0M":
                matched = TakeNumber(1, 2, out _month);
                return true;
            case "D" or "0D":
                matched = TakeNumber(1, 2, out _day);
                return true;
            case "Mshort" or "Mfull":
                matched = TakeName(directive is "Mfull" ? DateNames.Of(_locale).Months : DateNames.Of(_locale).ShortMonths, out _month);
                return true;
            case "WDshort" or "WDfull":
                matched = TakeName(directive is "WDfull" ? DateNames.Of(_locale).Days : DateNames.Of(_locale).ShortDays, out _);
                return true;
            case "WDmon":
                matched = TakeNumber(1, 1, out _);
                return true;
            case "Wiso":
                matched = TakeNumber(1, 2, out _);
                return true;
            default:
                return TryTimeDirective(directive, out matched);
        }
    }

    private bool TryTimeDirective(string directive, out bool matched)
    {
        matched = true;
        switch (directive)
        {
            case "h24" or "0h24" or "h12" or "0h12":
                _hasTime = true;
                matched = TakeNumber(1, 2, out _hour);
                return true;
            case "m" or "0m":
                _hasTime = true;
                matched = TakeNumber(1, 2, out _minute);
                return true;
            case "s" or "0s":
                _hasTime = true;
                matched = TakeNumber(1, 2, out _second);
                return true;
            case "ss":
                matched = TakeFraction();
                return true;
            case "am" or "AM":
                matched = TakeName(["am", "pm"], out int half);
                _isAfternoon = half == 2;
                return true;
            case "Z" or "Z:":
                matched = TakeOffset();
                return true;
            case "Zname":
                matched = TakeZone();
                return true;
            case "ISO:Extended" or "ISOdate" or "ISOtime" or "RFC1123":
                matched = TakeWhole(directive);
                return true;
            default:
                return false;
        }
    }

    private bool TakeNumber(int fewest, int most, out int number)
    {
        int digits = 0;
        number = 0;
        while (digits < Math.Min(most, _text.Length) && char.IsAsciiDigit(_text[digits]))
        {
            number = (number * 10) + (_text[digits] - '0');
            digits++;
        }

        _text = _text[digits..];
        return digits >= fewest;
    }

    private bool TakeName(string[] names, out int number)
    {
        number = 0;
        int length = 0;
        for (int i = 0; i < names.Length; i++)
        {
            if (names[i].Length > length && _text.StartsWith(names[i], StringComparison.OrdinalIgnoreCase))
            {
                number = i + 1;
                length = names[i].Length;
            }
        }

        _text = _text[length..];
        return length > 0;
    }

    private bool TakeFraction()
    {
        if (_text.IsEmpty || _text[0] != '.')
        {
            return true;
        }

        int digits = 1;
        long unit = 100_000_000;
        while (digits < _text.Length && char.IsAsciiDigit(_text[digits]))
        {
            _nanoseconds += (_text[digits] - '0') * unit;
            unit /= 10;
            digits++;
        }

        _text = _text[digits..];
        return digits > 1;
    }

    private bool TakeOffset()
    {
        int length = _text.IndexOfAnyExcept("+-0123456789:Zz");
        string offset = (length < 0 ? _text : _text[..length]).ToString();
        _text = _text[offset.Length..];
        bool isOffset = IsoDate.TryParse("2000-01-01T00:00:00" + offset, out IsoDate date) && date.Offset is not null;
        _offset = date.Offset;
        return isOffset;
    }

    private bool TakeZone()
    {
        int length = 0;
        while (length < _text.Length && (char.IsLetterOrDigit(_text[length]) || _text[length] is '/' or '_' or '+' or '-'))
        {
            length++;
        }

        _zone = DateTimeZoneProviders.Tzdb.GetZoneOrNull(_text[..length].ToString());
        _text = _text[length..];
        return _zone is not null;
    }

    private bool TakeWhole(string directive)
    {
        string text = _text.ToString();
        _text = default;
        switch (directive)
        {
            case "ISO:Extended" or "ISOdate":
                bool isDate = IsoDate.TryParse(text, out IsoDate date);
                _whole = date;
                return isDate && (directive is "ISO:Extended" || !date.HasTime);
            case "ISOtime":
                bool isTime = IsoDate.TryParse("2000-01-01T" + text, out IsoDate time);
                (_hour, _minute, _second, _nanoseconds) = (time.Local.Hour, time.Local.Minute, time.Local.Second, time.Local.NanosecondOfSecond);
                _hasTime = true;
                return isTime;
            default:
                string numeric = text.Replace("GMT", "+00:00", StringComparison.Ordinal);
                bool isMoment = DateTimeOffset.TryParseExact(
                    numeric, "ddd, dd MMM yyyy HH':'mm':'ss zzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateTimeOffset moment);
                _whole = isMoment ? new IsoDate(LocalDateTime.FromDateTime(moment.DateTime), HasTime: true, Offset.FromTimeSpan(moment.Offset)) : null;
                return isMoment;
        }
    }

    private readonly bool TryMake(out IsoDate date)
    {
        date = _whole ?? default;
        if (_whole is not null)
        {
            return true;
        }

        int hour = _hour;
        if (_isAfternoon is { } isAfternoon)
        {
            if (hour is < 1 or > 12)
            {
                return false;
            }

            hour = (hour % 12) + (isAfternoon ? 12 : 0);
        }

        if (_month is < 1 or > 12 || _day < 1 || _day > CalendarSystem.Iso.GetDaysInMonth(_year, _month) || hour > 23 || _minute > 59 || _second > 59)
        {
            return false;
        }

        LocalTime time = new LocalTime(hour, _minute, _second).PlusNanoseconds(_nanoseconds);
        date = new IsoDate(new LocalDate(_year, _month, _day).At(time), _hasTime, _hasTime ? _offset : null);
        return true;
    }
}

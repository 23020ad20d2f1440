using NodaTime;

namespace Bubblescript.Matching.Entities;

/// <summary>Reads days, weeks, months and years: "tomorrow", "next friday", "16 May 2024", "2024-05-16", "last month".</summary>
internal sealed class DateReader(TimeWords words, LocalDateTime now, bool isMonthFirst)
{
    private LocalDate Today => now.Date;

    /// <summary>Reads a date that starts at the next word; on failure nothing is read.</summary>
    public bool TryRead(out TimePoint date)
    {
        int start = words.Next;
        if (TryReadRelativeDay(out date) || TryReadNumeric(out date) || TryReadMonthFirst(out date) || TryReadDayFirst(out date)
            || TryReadQualified(out date) || TryReadWeekday(out date) || TryReadFeast(out date) || TryReadYearAlone(out date))
        {
            return true;
        }

        words.Next = start;
        return false;
    }

    private static TimePoint Day(LocalDate date) => new(date.AtMidnight(), TimeGrain.Day);

    private bool TryReadRelativeDay(out TimePoint date)
    {
        int start = words.Next;
        int? days = words.TryRead("today") ? 0
            : words.TryRead("tomorrow") || words.TryRead("tmrw") ? 1
            : words.TryRead("yesterday") ? -1
            : words.TryRead("the", "day", "after", "tomorrow") || words.TryRead("day", "after", "tomorrow") ? 2
            : words.TryRead("the", "day", "before", "yesterday") || words.TryRead("day", "before", "yesterday") ? -2
            : null;
        date = Day(Today.PlusDays(days ?? 0));
        words.Next = days is null ? start : words.Next;
        return days is not null;
    }

    /// <summary>"2024-05-16", "16/05/2024", "16.5.2024", "5/16".</summary>
    private bool TryReadNumeric(out TimePoint date)
    {
        int start = words.Next;
        date = default;
        if (words.TryReadDigits(4, 4, 1000, 2999, out int year) && TryReadSeparated('-', '/', 1, 12, out int month, out char separator)
            && TryReadSeparated(separator, separator, 1, 31, out int day, out _) && TryMake(year, month, day, out date))
        {
            return true;
        }

        words.Next = start;
        if (!words.TryReadDigits(1, 2, 1, 31, out int first) || !TryReadSeparated('/', '-', 1, 31, out int second, out separator, '.'))
        {
            words.Next = start;
            return false;
        }

        bool hasYear = TryReadSeparated(separator, separator, 0, 2999, out year, out _) && words[words.Next - 1].Text.Length is 2 or 4;
        if (!hasYear && separator != '/')
        {
            words.Next = start;
            return false;
        }

        (month, day) = first > 12 || (!isMonthFirst && second <= 12) ? (second, first) : (first, second);
        bool isDate = hasYear ? TryMake(year < 100 ? 2000 + year : year, month, day, out date) : TryMakeNext(month, day, out date);
        words.Next = isDate ? words.Next : start;
        return isDate;
    }

    private bool TryReadSeparated(char separator, char other, int lowest, int highest, out int number, out char found, char third = '\0')
    {
        int start = words.Next;
        string mark = words.Peek();
        found = mark.Length == 1 ? mark[0] : '\0';
        number = 0;
        bool isSeparator = found != '\0' && (found == separator || found == other || found == third) && words.IsAttached() && words.IsAttached(1);
        words.Next += isSeparator ? 1 : 0;
        if (isSeparator && words.TryReadDigits(1, 4, lowest, highest, out number))
        {
            return true;
        }

        words.Next = start;
        return false;
    }

    /// <summary>"May 16", "May 16th, 2024", "May 2024", "in May".</summary>
    private bool TryReadMonthFirst(out TimePoint date)
    {
        int start = words.Next;
        date = default;
        string name = words.Peek();
        if (!TimeVocabulary.TryGetMonth(name, out int month))
        {
            return false;
        }

        words.Next++;
        int afterMonth = words.Next;
        words.TryRead("the");
        if (words.TryReadDigits(1, 2, 1, 31, out int day) && !IsTimeOfDay() && words.Peek() != "pm" && words.Peek() != "am")
        {
            ReadOrdinalEnding();
            return TryReadYear(out int year) ? TryMake(year, month, day, out date) : TryMakeNext(month, day, out date);
        }

        words.Next = afterMonth;
        if (TryReadYear(out int only))
        {
            date = new TimePoint(new LocalDate(only, month, 1).AtMidnight(), TimeGrain.Month);
            return true;
        }

        bool isClear = !TimeVocabulary.IsAmbiguous(name) || (start > 0 && words[start - 1].Text is "in" or "of" or "until" or "till" or "since" or "before" or "after");
        LocalDate first = new(Today.Year, month, 1);
        date = new TimePoint((month < Today.Month ? first.PlusYears(1) : first).AtMidnight(), TimeGrain.Month);
        return isClear;
    }

    /// <summary>"16 May", "the 16th of May 2024", "the 16th".</summary>
    private bool TryReadDayFirst(out TimePoint date)
    {
        int start = words.Next;
        date = default;
        bool hasArticle = words.TryRead("the");
        bool isOrdinal;
        int day;
        if (words.TryReadDigits(1, 2, 1, 31, out day))
        {
            isOrdinal = ReadOrdinalEnding();
        }
        else
        {
            day = OrdinalRecognizer.ValueOf(words.Peek()) ?? 0;
            isOrdinal = day is > 0 and <= 31;
            words.Next += isOrdinal ? 1 : 0;
        }

        int afterDay = words.Next;
        bool hasOf = words.TryRead("of");
        if (day > 0 && TimeVocabulary.TryGetMonth(words.Peek(), out int month))
        {
            words.Next++;
            return TryReadYear(out int year) ? TryMake(year, month, day, out date) : TryMakeNext(month, day, out date);
        }

        words.Next = afterDay;
        bool isDayOfMonth = day > 0 && isOrdinal && hasArticle && !hasOf && char.IsAsciiDigit(words.Peek(-2)[0]) && TryMakeDayOfMonth(day, out date);
        words.Next = isDayOfMonth ? afterDay : start;
        return isDayOfMonth;
    }

    /// <summary>"next week", "this friday", "last month".</summary>
    private bool TryReadQualified(out TimePoint date)
    {
        int start = words.Next;
        date = default;
        words.TryRead("the");
        int? shift = words.TryRead("next") || words.TryRead("coming") || words.TryRead("following") ? 1
            : words.TryRead("this") || words.TryRead("current") ? 0
            : words.TryRead("last") || words.TryRead("previous") || words.TryRead("past") ? -1
            : null;
        if (shift is null)
        {
            words.Next = start;
            return false;
        }

        string unit = words.Peek();
        words.Next += unit.Length > 0 ? 1 : 0;
        if (TimeVocabulary.TryGetDay(unit, out IsoDayOfWeek day))
        {
            date = Day(ShiftedDay(day, shift.Value));
            return true;
        }

        if (TimeVocabulary.TryGetMonth(unit, out int month))
        {
            int years = shift.Value < 0 && month >= Today.Month ? -1 : shift.Value > 0 && month <= Today.Month ? 1 : 0;
            date = new TimePoint(new LocalDate(Today.Year + years, month, 1).AtMidnight(), TimeGrain.Month);
            return true;
        }

        bool isShifted = TryShift(unit, shift.Value, out date);
        words.Next = isShifted ? words.Next : start;
        return isShifted;
    }

    private bool TryShift(string unit, int shift, out TimePoint date)
    {
        LocalDate monday = Today.PlusDays(1 - (int)Today.DayOfWeek);
        (LocalDate Date, TimeGrain Grain)? found = unit switch
        {
            "week" => (monday.PlusWeeks(shift), TimeGrain.Week),
            "month" => (new LocalDate(Today.Year, Today.Month, 1).PlusMonths(shift), TimeGrain.Month),
            "year" => (new LocalDate(Today.Year + shift, 1, 1), TimeGrain.Year),
            _ => null,
        };
        date = found is null ? default : new TimePoint(found.Value.Date.AtMidnight(), found.Value.Grain);
        return found is not null;
    }

    private LocalDate ShiftedDay(IsoDayOfWeek day, int shift)
    {
        int ahead = ((int)day - (int)Today.DayOfWeek + 7) % 7;
        if (shift == 0)
        {
            return Today.PlusDays(ahead);
        }

        LocalDate monday = Today.PlusDays(1 - (int)Today.DayOfWeek);
        return shift > 0 ? monday.PlusDays(7 + (int)day - 1) : Today.PlusDays(ahead == 0 ? -7 : ahead - 7);
    }

    private bool TryReadWeekday(out TimePoint date)
    {
        int start = words.Next;
        string name = words.Peek();
        date = default;
        if (!TimeVocabulary.TryGetDay(name, out IsoDayOfWeek day))
        {
            return false;
        }

        words.Next++;
        if (TryReadDateBehindWeekday(out date))
        {
            return true;
        }

        bool isNextWeek = words.TryRead("next", "week");
        int ahead = ((int)day - (int)Today.DayOfWeek + 7) % 7;
        date = Day(isNextWeek ? ShiftedDay(day, 1) : Today.PlusDays(ahead == 0 ? 7 : ahead));
        return !TimeVocabulary.IsAmbiguous(name) || words.IsAlone(start) || IsFollowedByTime() || IsBehindPreposition(start);
    }

    private bool IsBehindPreposition(int start) =>
        start > 0 && words[start - 1].Text is "on" or "by" or "until" or "till" or "before" or "after" or "from" or "to";

    /// <summary>"Thursday, May 16": the date decides.</summary>
    private bool TryReadDateBehindWeekday(out TimePoint date)
    {
        int start = words.Next;
        words.TryRead(",");
        if (TryReadMonthFirst(out date) || TryReadDayFirst(out date) || TryReadNumeric(out date))
        {
            return date.Grain == TimeGrain.Day;
        }

        words.Next = start;
        return false;
    }

    private bool TryReadFeast(out TimePoint date)
    {
        foreach ((string[] names, int month, int day) in TimeVocabulary.Feasts)
        {
            if (words.TryRead(names))
            {
                return TryReadYear(out int year) ? TryMake(year, month, day, out date) : TryMakeNext(month, day, out date);
            }
        }

        date = default;
        return false;
    }

    /// <summary>"in 2025".</summary>
    private bool TryReadYearAlone(out TimePoint date)
    {
        int start = words.Next;
        bool isClear = start > 0 && words[start - 1].Text is "in" or "of" or "until" or "till" or "since" or "before" or "after";
        bool isYear = words.TryReadDigits(4, 4, 1900, 2199, out int year) && isClear;
        date = isYear ? new TimePoint(new LocalDate(year, 1, 1).AtMidnight(), TimeGrain.Year) : default;
        return isYear;
    }

    private bool TryReadYear(out int year)
    {
        int start = words.Next;
        bool hasComma = words.TryRead(",");
        if (words.TryReadDigits(4, 4, 1000, 2999, out year) && words.Peek() != ":" && (!hasComma || words.Peek(-2) == ","))
        {
            return true;
        }

        words.Next = start;
        return false;
    }

    private bool ReadOrdinalEnding() => words.IsAttached() && (words.TryRead("st") || words.TryRead("nd") || words.TryRead("rd") || words.TryRead("th"));

    /// <summary>Whether "3pm" or "15:00" follows, which shows that "sat" is a day.</summary>
    private bool IsFollowedByTime() => words.Peek() is [>= '0' and <= '9', ..] && words.Peek(1) is "am" or "pm" or ":";

    private bool IsTimeOfDay() => words.Peek() == ":" && words.IsAttached();

    private static bool TryMake(int year, int month, int day, out TimePoint date)
    {
        bool isDate = month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month);
        date = isDate ? Day(new LocalDate(year, month, day)) : default;
        return isDate;
    }

    /// <summary>The next day of that name, today included.</summary>
    private bool TryMakeNext(int month, int day, out TimePoint date)
    {
        for (int years = 0; years <= 8; years++)
        {
            if (TryMake(Today.Year + years, month, day, out date) && date.Local.Date >= Today)
            {
                return true;
            }
        }

        date = default;
        return false;
    }

    private bool TryMakeDayOfMonth(int day, out TimePoint date)
    {
        for (int months = 0; months <= 2; months++)
        {
            LocalDate month = new LocalDate(Today.Year, Today.Month, 1).PlusMonths(months);
            if (TryMake(month.Year, month.Month, day, out date) && date.Local.Date >= Today)
            {
                return true;
            }
        }

        date = default;
        return false;
    }
}

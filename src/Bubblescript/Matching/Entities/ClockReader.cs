using NodaTime;

namespace Bubblescript.Matching.Entities;

/// <summary>Reads times of day: "5pm", "17:30", "half past five", "noon", "8 in the evening", "the afternoon".</summary>
internal sealed class ClockReader(TimeWords words)
{
    /// <summary>Reads a time that starts at the next word; on failure nothing is read.</summary>
    /// <param name="clock">The time.</param>
    /// <param name="isExpected">Whether a bare number such as "5" is a time here, as after "at".</param>
    /// <param name="isRange">Whether "5 to 10" is a range here and not a time.</param>
    public bool TryRead(out ClockReading clock, bool isExpected, bool isRange = false)
    {
        int start = words.Next;
        if (TryReadNamed(out clock) || (!isRange && TryReadSpoken(out clock)) || TryReadDigital(out clock, isExpected))
        {
            ReadPeriodBehind(ref clock);
            return true;
        }

        words.Next = start;
        return false;
    }

    /// <summary>Reads "morning", "this afternoon", "in the evening", "at night".</summary>
    public bool TryReadPeriod(out ClockReading period)
    {
        int start = words.Next;
        _ = words.TryRead("in", "the") || words.TryRead("at") || words.TryRead("the");
        if (TimeVocabulary.TryGetPeriod(words.Peek(), out (int From, int To) hours))
        {
            words.Next++;
            period = new ClockReading(new LocalTime(hours.From, 0), TimeGrain.Hour, IsAmbiguous: false, hours.To);
            return true;
        }

        words.Next = start;
        period = default;
        return false;
    }

    private bool TryReadNamed(out ClockReading clock)
    {
        int? hour = words.TryRead("noon") || words.TryRead("midday") ? 12 : words.TryRead("midnight") ? 0 : null;
        clock = new ClockReading(new LocalTime(hour ?? 0, 0), TimeGrain.Hour, IsAmbiguous: false, PeriodEnd: null);
        return hour is not null;
    }

    /// <summary>"half past five", "quarter to six", "ten past 8".</summary>
    private bool TryReadSpoken(out ClockReading clock)
    {
        int start = words.Next;
        clock = default;
        decimal minutes;
        if (words.TryRead("half"))
        {
            minutes = 30;
        }
        else if (words.TryRead("a", "quarter") || words.TryRead("quarter"))
        {
            minutes = 15;
        }
        else if (!words.TryReadAmount(out minutes) || minutes is < 1 or > 59)
        {
            words.Next = start;
            return false;
        }

        bool isClear = words.TryRead("minutes") || minutes % 5 == 0;
        int direction = words.TryRead("past") || words.TryRead("after") ? 1 : words.TryRead("to") || words.TryRead("before") ? -1 : 0;
        if (!isClear || direction == 0 || minutes != decimal.Truncate(minutes) || !TryReadHour(out int hour))
        {
            words.Next = start;
            return false;
        }

        LocalTime time = new LocalTime(hour % 24, 0).PlusMinutes(direction * (long)minutes);
        clock = ReadHalf(new ClockReading(time, TimeGrain.Minute, hour <= 12, PeriodEnd: null));
        return true;
    }

    private bool TryReadHour(out int hour)
    {
        if (words.TryReadDigits(1, 2, 1, 24, out hour))
        {
            return true;
        }

        if (!words.TryReadAmount(out decimal amount) || amount is < 1 or > 24 || amount != decimal.Truncate(amount))
        {
            return false;
        }

        hour = (int)amount;
        return true;
    }

    /// <summary>"17:30", "5:30 pm", "5pm", "five o'clock", and "5" where a time is expected.</summary>
    private bool TryReadDigital(out ClockReading clock, bool isExpected)
    {
        int start = words.Next;
        clock = default;
        bool startsWithZero = words.Peek().StartsWith('0');
        if (words.TryReadDigits(1, 2, 0, 23, out int hour) && TryReadMinutes(out LocalTime time, out TimeGrain grain, hour))
        {
            clock = ReadHalf(new ClockReading(time, grain, hour is >= 1 and <= 12 && !startsWithZero, PeriodEnd: null));
            return true;
        }

        words.Next = start;
        if (!TryReadHour(out hour) || (start > 0 && words[start].IsNumber && words[start - 1].End == words[start].Start && !char.IsPunctuation(words[start - 1].Text[0])))
        {
            words.Next = start;
            return false;
        }

        ClockReading bare = new(new LocalTime(hour % 24, 0), TimeGrain.Hour, hour <= 12, PeriodEnd: null);
        clock = ReadHalf(bare);
        if (clock != bare)
        {
            return true;
        }

        bool isClock = words.TryRead("o", "'", "clock") || words.TryRead("o", "’", "clock") || words.TryRead("oclock");
        if (isClock)
        {
            clock = ReadHalf(bare);
            return true;
        }

        bool isFollowedByUnit = (words.IsAttached() && words.Peek() is not ("-" or "–" or "," or "." or "?" or "!")) || TimeVocabulary.GrainOf(words.Peek()) is not null || words.Peek() is "%" or "euro" or "euros" or "dollars" or "people" or "persons";
        if (isExpected && !isFollowedByUnit)
        {
            return true;
        }

        ClockReading probe = bare;
        int afterHour = words.Next;
        ReadPeriodBehind(ref probe);
        words.Next = probe != bare ? afterHour : start;
        return probe != bare;
    }

    private bool TryReadMinutes(out LocalTime time, out TimeGrain grain, int hour)
    {
        (time, grain) = (new LocalTime(hour, 0), TimeGrain.Minute);
        int start = words.Next;
        string mark = words.Peek();
        if (mark is not (":" or "." or "h") || !words.IsAttached() || !words.IsAttached(1))
        {
            return false;
        }

        words.Next++;
        if (!words.TryReadDigits(2, 2, 0, 59, out int minute) || (mark == "." && !IsHalf(words.Peek())))
        {
            words.Next = start;
            return false;
        }

        time = new LocalTime(hour, minute);
        int afterMinute = words.Next;
        if (words.Peek() == ":" && words.IsAttached() && words.IsAttached(1))
        {
            words.Next++;
            if (words.TryReadDigits(2, 2, 0, 59, out int second))
            {
                (time, grain) = (new LocalTime(hour, minute, second), TimeGrain.Second);
                return true;
            }

            words.Next = afterMinute;
        }

        return true;
    }

    private static bool IsHalf(string word) => word is "am" or "pm" or "a" or "p";

    /// <summary>"am", "p.m.".</summary>
    private ClockReading ReadHalf(in ClockReading clock)
    {
        int? shift = words.TryRead("am") || words.TryRead("a", ".", "m", ".") || words.TryRead("a", ".", "m") ? 0
            : words.TryRead("pm") || words.TryRead("p", ".", "m", ".") || words.TryRead("p", ".", "m") ? 12
            : null;
        return shift is null || clock.Time.Hour > 12 ? clock : AtHalf(clock, shift.Value);
    }

    private static ClockReading AtHalf(in ClockReading clock, int shift) => clock with
    {
        Time = new LocalTime((clock.Time.Hour % 12) + shift, clock.Time.Minute, clock.Time.Second),
        IsAmbiguous = false,
    };

    /// <summary>"8 in the evening": the part of the day decides which half is meant.</summary>
    private void ReadPeriodBehind(ref ClockReading clock)
    {
        int start = words.Next;
        bool isTonight = words.Peek() == "tonight";
        if (!clock.IsAmbiguous || (!isTonight && !TryReadPeriod(out _)))
        {
            words.Next = start;
            return;
        }

        if (isTonight)
        {
            // The word also names the day and is read again as such.
            clock = AtHalf(clock, 12);
            return;
        }

        string name = words.Peek(-1);
        clock = AtHalf(clock, name == "morning" || (name == "night" && clock.Time.Hour is 12 or < 5) ? 0 : 12);
    }
}

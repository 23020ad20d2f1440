using NodaTime;

namespace Bubblescript.Matching.Entities;

/// <summary>Reads expressions of time: dates, times, both together, distances from now, and intervals of them.</summary>
internal sealed class TimeReader
{
    /// <summary>In minutes: no clock on earth is further from universal time.</summary>
    private const int LargestOffset = 18 * 60;

    private readonly TimeWords _words;
    private readonly LocalDateTime _now;
    private readonly DateTimeZone _zone;
    private readonly DateReader _dates;
    private readonly ClockReader _clocks;

    public TimeReader(TimeWords words, LocalDateTime now, DateTimeZone zone, bool isMonthFirst)
    {
        _words = words;
        _now = now;
        _zone = zone;
        _dates = new DateReader(words, now, isMonthFirst);
        _clocks = new ClockReader(words);
    }

    /// <summary>Reads the expression that starts at the next word; on failure nothing is read.</summary>
    public TimeSpanOrPoint? Read()
    {
        int start = _words.Next;
        bool isExpected = IsAfterPreposition(start);
        TimeSpanOrPoint? result = ReadInterval(out bool mayBeMoment) ?? ReadOpenInterval() ?? ReadCount() ?? (mayBeMoment || isExpected ? ReadMoment(isExpected) : null);
        _words.Next = result is null ? start : _words.Next;
        return result;
    }

    private bool IsAfterPreposition(int index) => index > 0 && _words[index - 1].Text is "at" or "@" or "by" or "until" or "till";

    /// <summary>"from 3pm to 5pm", "between monday and friday", "3-5pm", "monday till friday", "tomorrow from 9 to 11".</summary>
    /// <param name="mayBeMoment">Whether a moment alone could stand here, as far as this shows.</param>
    private TimeSpanOrPoint? ReadInterval(out bool mayBeMoment)
    {
        int start = _words.Next;
        LocalDate? day = ReadDayOfInterval(out ClockReading? part);
        bool isFrom = _words.TryRead("from");
        bool isBetween = !isFrom && _words.TryRead("between");
        bool isRange = isFrom || isBetween || IsRange();
        TimeSpanOrPoint? from = ReadMoment(isExpected: isRange, isRange);
        mayBeMoment = isRange || from is not null;
        bool isJoined = from is not null && (isBetween ? _words.TryRead("and")
            : _words.TryRead("to") || _words.TryRead("-") || _words.TryRead("–") || _words.TryRead("till") || _words.TryRead("until"));
        TimeSpanOrPoint? to = isJoined ? ReadMoment(isExpected: true) : null;
        if (from?.From is not { } begin || to?.From is not { } end)
        {
            _words.Next = start;
            mayBeMoment |= day is not null;
            return null;
        }

        if (from.Clock is { } beginClock && (day is not null || (to.Clock is null && end.Grain < TimeGrain.Day)))
        {
            return TimeDay.Between(day, beginClock, part, end, to.Clock);
        }

        if (to.Clock is { } endClock && begin.Grain <= TimeGrain.Hour)
        {
            (begin, end) = Align(begin, from.Clock, end, endClock);
        }

        LocalDateTime close = end.Grain >= TimeGrain.Day ? end.End : end.Local;
        close = close <= begin.Local ? close.PlusWeeks(1) : close;
        return TimeSpanOrPoint.Between(begin, end with { Local = close });
    }

    /// <summary>A date in front of an interval of times: "tomorrow from 9 to 11", "monday morning between 9 and 10".</summary>
    private LocalDate? ReadDayOfInterval(out ClockReading? part)
    {
        int start = _words.Next;
        part = null;
        if (_dates.TryRead(out TimePoint date) && date.Grain == TimeGrain.Day)
        {
            part = _clocks.TryReadPeriod(out ClockReading found) ? found : null;
            _ = _words.TryRead(",");
            if (_words.Peek() is "from" or "between" || IsRange())
            {
                return date.Local.Date;
            }
        }

        _words.Next = start;
        return null;
    }

    /// <summary>Whether "3-5pm" or "3 to 5pm" follows, in which the first number is a time only because of the second.</summary>
    private bool IsRange()
    {
        int separator = _words.Peek(1) is "-" or "–" or "to" or "till" ? 1 : _words.Peek(1) is ":" && _words.Peek(3) is "-" or "–" or "to" ? 3 : 0;
        return separator > 0 && (_words.Peek(separator + 2) is "am" or "pm" || _words.Peek(separator + 2) == ":");
    }

    /// <summary>Of the halves of the day that two times may mean, those with the shortest time in between; then those that come next.</summary>
    private (TimePoint Begin, TimePoint End) Align(TimePoint begin, ClockReading? beginClock, TimePoint end, ClockReading endClock)
    {
        LocalDateTime bestBegin = begin.Local;
        LocalDateTime bestEnd = end.Local;
        long shortest = long.MaxValue;
        ReadOnlySpan<int> beginShifts = beginClock is { IsAmbiguous: true } ? [0, 12] : [0];
        ReadOnlySpan<int> endShifts = endClock.IsAmbiguous ? [0, 12] : [0];
        foreach (int beginShift in beginShifts)
        {
            LocalDateTime candidate = begin.Local;
            if (beginClock is { } clock)
            {
                candidate = _now.Date.At(clock.Time.PlusHours(beginShift));
                candidate = candidate <= _now ? candidate.PlusDays(1) : candidate;
            }

            foreach (int endShift in endShifts)
            {
                LocalDateTime close = candidate.Date.At(endClock.Time.PlusHours(endShift));
                close = close <= candidate ? close.PlusDays(1) : close;
                long ticks = Period.Between(candidate, close, PeriodUnits.Ticks).Ticks;
                bool isTie = ticks == shortest && (candidate < bestBegin ? candidate.Date == close.Date || bestBegin.Date != bestEnd.Date : candidate.Date == close.Date && bestBegin.Date != bestEnd.Date);
                if (ticks < shortest || isTie)
                {
                    (bestBegin, bestEnd, shortest) = (candidate, close, ticks);
                }
            }
        }

        return (begin with { Local = bestBegin }, end with { Local = bestEnd });
    }

    /// <summary>"until friday", "before 5pm", "after tomorrow", "since monday".</summary>
    private TimeSpanOrPoint? ReadOpenInterval()
    {
        int start = _words.Next;
        bool isTo = _words.TryRead("until") || _words.TryRead("till") || _words.TryRead("before");
        bool isFrom = !isTo && (_words.TryRead("after") || _words.TryRead("since"));
        bool isPast = isFrom && _words.Peek(-1) == "since";
        bool isWeekday = TimeVocabulary.TryGetDay(_words.Peek(), out _);
        TimeSpanOrPoint? moment = isTo || isFrom ? ReadMoment(isExpected: true) : null;
        if (moment?.From is { } point)
        {
            point = isPast ? TimeDay.Past(point, moment.Clock, _now, isWeekday) : point;
            return isTo ? TimeSpanOrPoint.Between(from: null, point) : TimeSpanOrPoint.Between(point, to: null);
        }

        _words.Next = start;
        return null;
    }

    /// <summary>"in 3 days", "an hour ago", "two weeks from now", "the next 3 days".</summary>
    private TimeSpanOrPoint? ReadCount()
    {
        int start = _words.Next;
        bool isIn = _words.TryRead("in") || _words.TryRead("within");
        bool isNext = !isIn && (_words.TryRead("the", "next") || _words.TryRead("next"));
        bool isLast = !isIn && !isNext && (_words.TryRead("the", "last") || _words.TryRead("last") || _words.TryRead("the", "past"));
        if (_words.TryReadAmount(out decimal amount) && Math.Abs(amount) <= 100_000 && ReadUnit() is { } grain)
        {
            int direction = isIn ? 1 : _words.TryRead("ago") ? -1 : ReadFromNow() ? 1 : 0;
            if (isNext || isLast)
            {
                LocalDateTime now = TimeArithmetic.Truncate(_now, grain);
                return isNext
                    ? TimeSpanOrPoint.Between(new TimePoint(TimeArithmetic.Add(now, grain, 1), grain), new TimePoint(TimeArithmetic.Add(now, grain, amount + 1), grain))
                    : TimeSpanOrPoint.Between(new TimePoint(TimeArithmetic.Add(now, grain, -amount), grain), new TimePoint(now, grain));
            }

            if (direction != 0)
            {
                TimeGrain finer = TimeArithmetic.Finer(grain);
                return TimeSpanOrPoint.At(new TimePoint(TimeArithmetic.Truncate(TimeArithmetic.Add(_now, grain, direction * amount), finer), finer));
            }
        }

        _words.Next = start;
        return null;
    }

    private TimeGrain? ReadUnit()
    {
        TimeGrain? grain = TimeVocabulary.GrainOf(_words.Peek());
        _words.Next += grain is null ? 0 : 1;
        return grain;
    }

    private bool ReadFromNow() => _words.TryRead("from", "now") || _words.TryRead("from", "today") || _words.TryRead("later");

    /// <summary>A date, a time, or both in either order.</summary>
    private TimeSpanOrPoint? ReadMoment(bool isExpected, bool isRange = false)
    {
        if (_words.TryRead("now") || _words.TryRead("right", "now"))
        {
            return TimeSpanOrPoint.At(new TimePoint(TimeArithmetic.Truncate(_now, TimeGrain.Second), TimeGrain.Second));
        }

        if (ReadWeekend() is { } weekend)
        {
            return weekend;
        }

        if (_words.TryRead("tonight") || _words.TryRead("this", "evening"))
        {
            return ReadClockBehind(new TimePoint(_now.Date.AtMidnight(), TimeGrain.Day), new ClockReading(new LocalTime(18, 0), TimeGrain.Hour, IsAmbiguous: false, PeriodEnd: 24));
        }

        if (_words.TryRead("last", "night"))
        {
            LocalDate yesterday = _now.Date.PlusDays(-1);
            return Join(new TimePoint(yesterday.AtMidnight(), TimeGrain.Day), new ClockReading(new LocalTime(18, 0), TimeGrain.Hour, IsAmbiguous: false, PeriodEnd: 24));
        }

        if (_words.Peek() == "this" && TimeVocabulary.TryGetPeriod(_words.Peek(1), out _))
        {
            _words.Next++;
            return _clocks.TryReadPeriod(out ClockReading part) ? Join(new TimePoint(_now.Date.AtMidnight(), TimeGrain.Day), part) : null;
        }

        if (_dates.TryRead(out TimePoint date))
        {
            return date.Grain == TimeGrain.Day ? ReadClockBehind(date, period: null) : TimeSpanOrPoint.At(date);
        }

        return _clocks.TryRead(out ClockReading clock, isExpected, isRange) ? ReadDateBehind(clock) : null;
    }

    private TimeSpanOrPoint? ReadWeekend()
    {
        int start = _words.Next;
        int weeks = _words.TryRead("next", "weekend") ? 1 : _words.TryRead("last", "weekend") ? -1
            : _words.TryRead("this", "weekend") || _words.TryRead("the", "weekend") ? 0 : int.MinValue;
        if (weeks == int.MinValue)
        {
            _words.Next = start;
            return null;
        }

        LocalDate friday = _now.Date.PlusDays((int)IsoDayOfWeek.Friday - (int)_now.DayOfWeek).PlusWeeks(weeks);
        return TimeSpanOrPoint.Between(new TimePoint(friday.At(new LocalTime(18, 0)), TimeGrain.Hour), new TimePoint(friday.PlusDays(3).AtMidnight(), TimeGrain.Hour));
    }

    /// <summary>"tomorrow at 5", "friday morning", "tonight at eight"; without a time the date or its part alone.</summary>
    private TimeSpanOrPoint ReadClockBehind(TimePoint date, ClockReading? period)
    {
        int start = _words.Next;
        ClockReading? part = period ?? (_clocks.TryReadPeriod(out ClockReading found) ? found : null);
        int afterPart = _words.Next;
        _ = _words.TryRead(",");
        bool isIso = _words.Peek() == "t" && _words.IsAttached();
        bool isExpected = _words.TryRead("at") || _words.TryRead("@") || (isIso && _words.TryRead("t"));
        if (_clocks.TryRead(out ClockReading clock, isExpected))
        {
            TimeSpanOrPoint moment = Join(date, TimeDay.Disambiguate(clock, part));
            return isIso ? ReadOffset(moment) : moment;
        }

        _words.Next = part is null ? start : afterPart;
        return part is { } whole ? Join(date, whole) : TimeSpanOrPoint.At(date);
    }

    /// <summary>"5pm tomorrow", "at 8 on friday"; without a date the next such time.</summary>
    private TimeSpanOrPoint ReadDateBehind(ClockReading clock)
    {
        int start = _words.Next;
        if (_words.TryRead("tonight"))
        {
            return Join(new TimePoint(_now.Date.AtMidnight(), TimeGrain.Day), clock);
        }

        _ = _words.TryRead("on");
        if (_dates.TryRead(out TimePoint date) && date.Grain == TimeGrain.Day)
        {
            ClockReading? part = _clocks.TryReadPeriod(out ClockReading found) ? found : null;
            return Join(date, TimeDay.Disambiguate(clock, part));
        }

        _words.Next = start;
        return TimeSpanOrPoint.At(new TimePoint(TimeArithmetic.Next(_now, clock), clock.Grain), clock);
    }

    /// <summary>What follows the time in an ISO text: a fraction of seconds, which is passed over, and "Z" or an offset such as "+02:00".</summary>
    private TimeSpanOrPoint ReadOffset(TimeSpanOrPoint moment)
    {
        if (_words.Peek() == "." && _words.IsAttached() && _words.IsAttached(1) && char.IsAsciiDigit(_words.Peek(1)[0]))
        {
            _words.Next += 2;
        }

        int start = _words.Next;
        bool isAttached = _words.IsAttached();
        if (!isAttached || moment.From is not { } point)
        {
            return moment;
        }

        bool isUtc = _words.TryRead("z");
        int sign = isUtc ? 0 : _words.TryRead("+") ? 1 : _words.TryRead("-") ? -1 : 0;
        int hours = 0;
        int minutes = 0;
        bool hasHours = sign != 0 && _words.TryReadDigits(2, 2, 0, 18, out hours) && (!_words.TryRead(":") || _words.TryReadDigits(2, 2, 0, 59, out minutes));

        if ((!isUtc && !hasHours) || (hours * 60) + minutes > LargestOffset)
        {
            _words.Next = start;
            return moment;
        }

        Offset offset = Offset.FromHoursAndMinutes(sign * hours, sign * minutes);
        return TimeSpanOrPoint.At(point with { Local = point.Local.WithOffset(offset).ToInstant().InZone(_zone).LocalDateTime });
    }

    private static TimeSpanOrPoint Join(TimePoint date, ClockReading clock)
    {
        TimePoint begin = new(date.Local.Date.At(clock.Time), clock.Grain);
        return clock.PeriodEnd is { } end
            ? TimeSpanOrPoint.Between(begin, new TimePoint(date.Local.Date.AtMidnight().PlusHours(end), clock.Grain))
            : TimeSpanOrPoint.At(begin);
    }
}

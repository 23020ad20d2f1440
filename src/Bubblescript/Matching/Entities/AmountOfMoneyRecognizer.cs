using Bubblescript.Values;

namespace Bubblescript.Matching.Entities;

/// <summary>Amounts of money: "$10", "10.50 euros", "USD 5", "two dollars and 20 cents". <c>unit</c> is the currency: <c>$ EUR £</c> or a code.</summary>
internal sealed class AmountOfMoneyRecognizer : BuiltInRecognizer
{
    private const string Cent = "cent";

    private static readonly (string Symbol, string Unit)[] Symbols = [("US$", "USD"), ("A$", "AUD"), ("$", "$"), ("€", "EUR"), ("£", "£"), ("¥", "JPY"), ("₹", "INR")];

    private static readonly UnitTable Currencies = new(
        ("$", 1, "dollar,dollars,buck,bucks,$"),
        ("USD", 1, "usd,us dollar,us dollars"),
        ("EUR", 1, "euro,euros,eur"),
        ("£", 1, "pound,pounds,pound sterling,pounds sterling,quid"),
        ("GBP", 1, "gbp,british pound,british pounds"),
        ("JPY", 1, "yen,jpy"),
        ("INR", 1, "rupee,rupees,inr"),
        ("CHF", 1, "swiss franc,swiss francs,chf"),
        ("AUD", 1, "aud,australian dollar,australian dollars"),
        ("CAD", 1, "cad,canadian dollar,canadian dollars"),
        ("CNY", 1, "yuan,cny,rmb"),
        (Cent, 1, "cent,cents,penny,pennies"));

    public override string Kind => "amount_of_money";

    public override IEnumerable<EntityMention> Find(string text, AnalysisContext context)
    {
        int position = 0;
        while (position < text.Length)
        {
            if (TryReadAt(text, position, out decimal amount, out string unit, out int end))
            {
                AddCents(text, unit, ref amount, ref end);
                yield return new EntityMention(position, end, NumberReading.ToValue(amount), MapValue.From(("type", "value"), ("unit", unit)));
                position = end;
            }
            else
            {
                position++;
            }
        }
    }

    private static bool TryReadAt(string text, int position, out decimal amount, out string unit, out int end) =>
        TryReadCurrencyFirst(text, position, out amount, out unit, out end) || TryReadAmountFirst(text, position, out amount, out unit, out end);

    private static bool TryReadCurrencyFirst(string text, int position, out decimal amount, out string unit, out int end)
    {
        (amount, unit, end) = (0, string.Empty, position);
        int afterSymbol = -1;
        foreach ((string symbol, string name) in Symbols)
        {
            bool isSymbol = text.AsSpan(position).StartsWith(symbol, StringComparison.OrdinalIgnoreCase)
                && (!char.IsLetter(symbol[0]) || NumberReader.IsWordStart(text, position));
            if (isSymbol && afterSymbol < 0)
            {
                (afterSymbol, unit) = (position + symbol.Length, name);
            }
        }

        bool isCode = afterSymbol < 0
            && position + 4 < text.Length
            && NumberReader.IsWordStart(text, position)
            && NumberReader.IsWordEnd(text, position + 3)
            && Currencies.TryReadExactly(text, position, position + 3, out UnitSpelling code)
            && (unit = code.Unit).Length == 3
            && char.IsUpper(unit[0]);
        afterSymbol = isCode ? position + 3 : afterSymbol;
        if (afterSymbol < 0)
        {
            return false;
        }

        int start = NumberReader.SkipBlanks(text, afterSymbol);
        if (start >= text.Length || !char.IsAsciiDigit(text[start]) || !NumberReader.TryReadAt(text, start, out NumberReading number))
        {
            return false;
        }

        (amount, end) = (number.Number, number.End);
        return true;
    }

    private static bool TryReadAmountFirst(string text, int position, out decimal amount, out string unit, out int end)
    {
        (amount, unit, end) = (0, string.Empty, position);
        if (!AmountReader.TryReadAt(text, position, out NumberReading number))
        {
            return false;
        }

        amount = number.Number;
        int after = NumberReader.SkipBlanks(text, number.End);
        foreach ((string symbol, string name) in Symbols)
        {
            if (!char.IsLetter(symbol[0]) && text.AsSpan(after).StartsWith(symbol, StringComparison.Ordinal))
            {
                (unit, end) = (name, after + symbol.Length);
                return true;
            }
        }

        if (!Currencies.TryRead(text, number.End, out UnitSpelling currency, out end))
        {
            return false;
        }

        unit = currency.Unit;
        return true;
    }

    /// <summary>"two dollars and 20 cents".</summary>
    private static void AddCents(string text, string unit, ref decimal amount, ref int end)
    {
        int start = NumberReader.SkipBlanks(text, end);
        if (text.AsSpan(start).StartsWith("and ", StringComparison.OrdinalIgnoreCase))
        {
            start = NumberReader.SkipBlanks(text, start + 4);
        }

        if (unit != Cent && start > end && start < text.Length
            && NumberReader.TryReadAt(text, start, out NumberReading cents)
            && Currencies.TryRead(text, cents.End, out UnitSpelling currency, out int centsEnd)
            && currency.Unit == Cent)
        {
            amount += cents.Number / 100;
            end = centsEnd;
        }
    }
}

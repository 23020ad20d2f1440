namespace Bubblescript.Matching.Patterns;

/// <summary>Blocks: <c>[2-3?=name]</c>, <c>[number=n]</c>, <c>[Start]</c> …</summary>
internal sealed partial class PatternParser
{
    private const int LargestCount = 1_000_000_000;

    private PatternBlock? ParseBlock()
    {
        int start = _position++;
        PatternBlock? block;
        if (char.IsAsciiDigit(Current))
        {
            block = ParseCount(start);
        }
        else if (IsLetter(Current))
        {
            string name = ReadIdentifier();
            PatternBlockForm form = name switch
            {
                "Start" => PatternBlockForm.Start,
                "End" => PatternBlockForm.End,
                _ => PatternBlockForm.Kind,
            };
            block = new PatternBlock(start, form, name, 1, 1, IsLazy: false, Capture: null);
        }
        else
        {
            block = new PatternBlock(start, PatternBlockForm.Empty, Name: null, 1, 1, IsLazy: false, Capture: null);
        }

        if (block is not null && Current == '=' && !AtEnd)
        {
            _position++;
            string capture = ReadIdentifier();
            if (capture.Length == 0)
            {
                return FailBlock("A name is missing after '='; names consist of letters and '_'.", _position);
            }

            block = block with { Capture = capture };
        }

        return block is null ? null : CloseBlock(block);
    }

    private PatternBlock? CloseBlock(PatternBlock block)
    {
        if (AtEnd)
        {
            return FailBlock("This '[' has no ']'.", block.Offset);
        }

        if (Current != ']')
        {
            return FailBlock(DescribeBlockContent(), _position);
        }

        _position++;
        return block;
    }

    private PatternBlock? ParseCount(int start)
    {
        int minimum = ReadInteger();
        int maximum = minimum;
        bool mayBeLazy = false;
        if (Current == '+')
        {
            _position++;
            maximum = int.MaxValue;
            mayBeLazy = true;
        }
        else if (Current == '-')
        {
            int dash = _position++;
            if (!char.IsAsciiDigit(Current))
            {
                return FailBlock("A number is missing after '-'; write '[n-m]', or '[n+]' for no upper limit.", dash);
            }

            maximum = ReadInteger();
            mayBeLazy = true;
        }

        if (minimum > maximum)
        {
            return FailBlock($"The smaller number comes first: write '[{maximum}-{minimum}]'.", start);
        }

        // A count without range may be marked as lazy, which changes nothing.
        bool isMarked = Current == '?' && !AtEnd;
        _position += isMarked ? 1 : 0;
        return new PatternBlock(start, PatternBlockForm.Count, Name: null, minimum, maximum, isMarked && mayBeLazy, Capture: null);
    }

    private int ReadInteger()
    {
        long value = 0;
        while (!AtEnd && char.IsAsciiDigit(Current))
        {
            value = Math.Min(LargestCount, (value * 10) + (Current - '0'));
            _position++;
        }

        return (int)value;
    }

    private PatternBlock? FailBlock(string message, int position)
    {
        Fail(message, position);
        return null;
    }

    private string DescribeBlockContent() => char.IsAsciiDigit(Current)
        ? "Names in '[…]' consist of letters and '_' only."
        : Tokenizer.IsWhiteSpace(Current)
            ? "Blanks cannot stand in '[…]'."
            : $"'{Current}' cannot stand in '[…]'; it holds a count such as '2-3', an entity kind, 'Start' or 'End', and '=name'.";
}

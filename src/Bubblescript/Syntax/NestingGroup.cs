namespace Bubblescript.Syntax;

/// <summary>What <see cref="NestingGuard"/> knows about the brackets or the statement that it is in.</summary>
internal struct NestingGroup
{
    private int _operators;
    private int _deepestOperand;
    private int _deepestElement;

    /// <summary>Prefix operators of the operand.</summary>
    public int Prefixes { get; set; }

    /// <summary>Fields, indexes and brackets of the operand.</summary>
    public int Postfixes { get; set; }

    /// <summary>The depth of the deepest bracket of the operand.</summary>
    public int Child { get; set; }

    /// <summary>Calls without parentheses, each of which is an argument of the one before.</summary>
    public int Calls { get; set; }

    /// <summary>The depth of the tree, if nothing follows.</summary>
    public readonly int Depth => Math.Max(_deepestElement, ElementDepth);

    private readonly int ElementDepth => _operators + Math.Max(_deepestOperand, OperandDepth) + Calls + 1;

    private readonly int OperandDepth => Prefixes + Postfixes + Child;

    public void AddOperator()
    {
        _deepestOperand = Math.Max(_deepestOperand, OperandDepth);
        _operators++;
        Prefixes = 0;
        Postfixes = 0;
        Child = 0;
    }

    public void EndElement()
    {
        _deepestElement = Math.Max(_deepestElement, ElementDepth);
        _deepestOperand = 0;
        _operators = 0;
        Prefixes = 0;
        Postfixes = 0;
        Child = 0;
    }
}

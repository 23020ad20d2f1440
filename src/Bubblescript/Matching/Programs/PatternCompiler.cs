using System.Collections.Immutable;
using Bubblescript.Matching.Patterns;

namespace Bubblescript.Matching.Programs;

/// <summary>Compiles a pattern tree to a program. Repetitions are in the other part of this class.</summary>
internal sealed partial class PatternCompiler
{
    private const int LargestWrittenOut = 64;
    private const int LargestExpandedPermutation = 3;

    private readonly List<LoopInfo> _loops = [];
    private readonly List<PermutationInfo> _permutations = [];
    private readonly List<string> _entityKinds = [];
    private Instruction[] _code = new Instruction[8];
    private int _length;
    private int _regexCount;

    /// <summary>Compiles a whole pattern.</summary>
    /// <param name="pattern">Its tree.</param>
    /// <param name="usesRegexes">Whether regular expressions are among its parts.</param>
    public static PatternProgram Compile(PatternNode pattern, bool usesRegexes)
    {
        PatternCompiler compiler = new();
        compiler.Emit(pattern);
        compiler.Add(OpCode.Accept, pattern);
        return new PatternProgram
        {
            Rows = compiler.AssignRows(),
            Code = compiler._code.AsSpan(0, compiler._length).ToArray(),
            Loops = [.. compiler._loops],
            Permutations = [.. compiler._permutations],
            UsesRegexes = usesRegexes,
            RegexCount = compiler._regexCount,
            IsAnchored = IsAnchored(pattern),
            FirstTest = PatternMeasure.FirstTest(pattern),
            RequiredWords = compiler._entityKinds.Count == 0 ? RequiredWordsOf(pattern) : [],
            EntityKinds = compiler._entityKinds.Count == 0 ? [] : [.. compiler._entityKinds],
        };
    }

    /// <summary>The hash codes of the words that stand in every alternative.</summary>
    private static int[] RequiredWordsOf(PatternNode pattern)
    {
        const int Enough = 4;
        Span<int> found = stackalloc int[Enough];
        int count = 0;
        AddRequiredWords(pattern, found, ref count);
        return found[..count].ToArray();
    }

    private static void AddRequiredWords(PatternNode node, Span<int> found, ref int count)
    {
        switch (node)
        {
            case WordNode word when count < found.Length:
                found[count++] = word.Word.GetHashCode(StringComparison.Ordinal);
                break;
            case GroupNode group:
                AddRequiredWords(group.Body, found, ref count);
                break;
            case CaptureNode capture:
                AddRequiredWords(capture.Body, found, ref count);
                break;
            case SequenceNode sequence:
                AddRequiredWords(sequence.Items, found, ref count);
                break;
            case PermutationNode permutation:
                AddRequiredWords(permutation.Items, found, ref count);
                break;
        }
    }

    private static void AddRequiredWords(ImmutableArray<PatternNode> items, Span<int> found, ref int count)
    {
        foreach (PatternNode item in items)
        {
            AddRequiredWords(item, found, ref count);
        }
    }

    private static bool IsAnchored(PatternNode pattern)
    {
        PatternNode first = pattern is SequenceNode sequence ? sequence.Items[0] : pattern;
        return first is StartNode or WildcardNode or CaptureNode { Body: StartNode or WildcardNode };
    }

    private int Add(OpCode operation, PatternNode node, object? data = null, int first = 0, int second = 0, bool isLazy = false)
    {
        if (_length == _code.Length)
        {
            Array.Resize(ref _code, _length * 2);
        }

        _code[_length] = new Instruction { Operation = operation, Node = node, Data = data, First = first, Second = second, IsLazy = isLazy, Row = -1 };
        return _length++;
    }

    private void Emit(PatternNode node)
    {
        switch (node)
        {
            case WordNode word:
                Add(OpCode.Token, node, new WordTest(word.Word));
                break;
            case SequenceNode sequence:
                foreach (PatternNode item in JoinWildcards(sequence.Items))
                {
                    Emit(item);
                }

                break;
            case GroupNode group:
                Emit(group.Body);
                break;
            case ConceptNode concept:
                Emit(concept.Body);
                break;
            case AlternativesNode alternatives:
                EmitAlternatives(alternatives);
                break;
            case CaptureNode capture:
                Add(OpCode.Open, node, capture.Name);
                Emit(capture.Body);
                Add(OpCode.Close, node, capture.Name);
                break;
            case RepetitionNode repetition:
                EmitRepetition(repetition);
                break;
            case PermutationNode permutation:
                EmitPermutation(permutation);
                break;
            case CompoundNode compound:
                EmitCompound(compound);
                break;
            default:
                EmitSimple(node);
                break;
        }
    }

    /// <summary>The items, with neighbouring wildcards of one preference as one: nobody sees which of them took what.</summary>
    private static ImmutableArray<PatternNode> JoinWildcards(ImmutableArray<PatternNode> items)
    {
        List<PatternNode>? joined = null;
        for (int i = 1; i < items.Length; i++)
        {
            if ((joined?[^1] ?? items[i - 1]) is WildcardNode first && items[i] is WildcardNode second && IsJoinable(first, second))
            {
                joined ??= [.. items[..i]];
                joined[^1] = first with
                {
                    Length = second.Start + second.Length - first.Start,
                    IsLazy = first.Minimum == first.Maximum ? second.IsLazy : first.IsLazy,
                    Minimum = (int)Math.Min(int.MaxValue, (long)first.Minimum + second.Minimum),
                    Maximum = (int)Math.Min(int.MaxValue, (long)first.Maximum + second.Maximum),
                };
            }
            else
            {
                joined?.Add(items[i]);
            }
        }

        return joined is null ? items : [.. joined];
    }

    private static bool IsJoinable(WildcardNode first, WildcardNode second) =>
        first.IsLazy == second.IsLazy || first.Minimum == first.Maximum || second.Minimum == second.Maximum;

    private void EmitSimple(PatternNode node)
    {
        switch (node)
        {
            case WildcardNode { Minimum: 1, Maximum: 1 }:
                Add(OpCode.Token, node, AnyTokenTest.Instance);
                break;
            case WildcardNode wildcard:
                Add(OpCode.Run, node, AnyTokenTest.Instance, wildcard.Minimum, wildcard.Maximum, wildcard.IsLazy);
                break;
            case LiteralNode literal:
                Add(literal.Text.Length == 0 ? OpCode.Fail : OpCode.Literal, node, literal.Text);
                break;
            case EntityNode entity:
                if (!_entityKinds.Contains(entity.Kind))
                {
                    _entityKinds.Add(entity.Kind);
                }

                Add(OpCode.Token, node, new EntityTest(entity.Kind));
                break;
            case PartOfSpeechNode partOfSpeech:
                Add(OpCode.Token, node, new PartOfSpeechTest(partOfSpeech.Tag));
                break;
            case RegexNode { IsPerToken: true } regex:
                bool hasGroups = regex.Expression.GroupNames.Length > 0;
                Add(hasGroups ? OpCode.TokenRegex : OpCode.Token, node, hasGroups ? regex.Expression : new TokenRegexTest(regex.Expression));
                break;
            case RegexNode regex:
                Add(OpCode.Regex, node, regex.Expression, _regexCount++);
                break;
            case StartNode:
                Add(OpCode.Start, node);
                break;
            case EndNode:
                Add(OpCode.End, node);
                break;
            default:
                Add(OpCode.Fail, node);
                break;
        }
    }

    private void EmitAlternatives(AlternativesNode alternatives)
    {
        if (PatternMeasure.AsTest(alternatives, keepsCaptures: true) is { } test)
        {
            NoteEntityKinds(alternatives);
            Add(OpCode.Token, alternatives, test);
            return;
        }

        EmitChoice(alternatives, alternatives.Items.Length, index => Emit(alternatives.Items[index]));
    }

    /// <summary>Emits ways to go on, of which the earlier ones are preferred.</summary>
    private void EmitChoice(PatternNode node, int count, Action<int> emit)
    {
        Span<int> jumps = count <= 16 ? stackalloc int[16] : new int[count];
        for (int i = 0; i < count; i++)
        {
            bool isLast = i == count - 1;
            int split = isLast ? -1 : Add(OpCode.Split, node);
            emit(i);
            if (!isLast)
            {
                jumps[i] = Add(OpCode.Jump, node);
                _code[split].First = split + 1;
                _code[split].Second = _length;
            }
        }

        foreach (int jump in jumps[..(count - 1)])
        {
            _code[jump].First = _length;
        }
    }

    private void EmitCompound(CompoundNode compound) => EmitChoice(compound, 2, index =>
    {
        if (index == 0)
        {
            Add(OpCode.Token, compound, new AnyOfTest(PatternMeasure.CompoundTests(compound)));
        }
        else
        {
            Add(OpCode.Token, compound, new WordTest(compound.First));
            Add(OpCode.Token, compound, new WordTest(compound.Separator == '\'' ? "'" + compound.Second : compound.Second));
        }
    });

    private void EmitPermutation(PermutationNode permutation)
    {
        ImmutableArray<PatternNode> items = permutation.Items;
        if (items.Length == 1)
        {
            Emit(items[0]);
        }
        else if (items.Length <= LargestExpandedPermutation && !items.Any(static item => PatternMeasure.AsTest(item, keepsCaptures: false) is null))
        {
            List<int[]> orders = ListOrders(items.Length);
            EmitChoice(permutation, orders.Count, index => EmitOrder(permutation, orders[index]));
        }
        else
        {
            EmitPermutationParts(permutation);
        }
    }

    private void EmitOrder(PermutationNode permutation, int[] order)
    {
        for (int i = 0; i < order.Length; i++)
        {
            if (i > 0)
            {
                Add(OpCode.Run, permutation, AnyTokenTest.Instance, 0, 5, isLazy: true);
            }

            Emit(permutation.Items[order[i]]);
        }
    }

    private void EmitPermutationParts(PermutationNode permutation)
    {
        int number = _permutations.Count;
        _permutations.Add(new PermutationInfo([], 0, [], AreTokens: false));
        Add(OpCode.Permute, permutation, first: number);
        int[] parts = new int[permutation.Items.Length];
        for (int i = 0; i < parts.Length; i++)
        {
            parts[i] = _length;
            Emit(permutation.Items[i]);
            Add(OpCode.PartEnd, permutation, first: number, second: i);
        }

        _permutations[number] = new PermutationInfo(
            parts,
            _length,
            [.. permutation.Items.Select(PatternMeasure.FirstTest)],
            permutation.Items.All(static item => PatternMeasure.AsTest(item, keepsCaptures: false) is not null));
    }

    private void NoteEntityKinds(PatternNode node)
    {
        switch (node)
        {
            case AlternativesNode alternatives:
                foreach (PatternNode item in alternatives.Items)
                {
                    NoteEntityKinds(item);
                }

                break;
            case GroupNode group:
                NoteEntityKinds(group.Body);
                break;
            case ConceptNode concept:
                NoteEntityKinds(concept.Body);
                break;
            case EntityNode entity when !_entityKinds.Contains(entity.Kind):
                _entityKinds.Add(entity.Kind);
                break;
        }
    }

    /// <summary>All orders of the numbers below <paramref name="count"/>, in lexicographic order.</summary>
    private static List<int[]> ListOrders(int count)
    {
        List<int[]> orders = [[]];
        for (int length = 0; length < count; length++)
        {
            orders = [.. orders.SelectMany(order => Enumerable.Range(0, count).Where(next => !order.Contains(next)).Select(next => (int[])[.. order, next]))];
        }

        return orders;
    }

    /// <summary>Gives a row of the memo to every instruction that can be reached at one position on several paths.</summary>
    private int AssignRows()
    {
        bool[] joins = new bool[_length + 1];
        for (int i = 0; i < _length; i++)
        {
            ref Instruction instruction = ref _code[i];
            switch (instruction.Operation)
            {
                case OpCode.Run or OpCode.Literal or OpCode.Regex:
                    joins[i + 1] = true;
                    break;
                case OpCode.Split:
                    joins[instruction.First] |= instruction.First != i + 1;
                    joins[instruction.Second] |= instruction.Second != i + 1;
                    break;
                case OpCode.Jump:
                    joins[instruction.First] = true;
                    break;
                case OpCode.Permute:
                    joins[i] = true;
                    break;
            }
        }

        foreach (LoopInfo loop in _loops)
        {
            joins[loop.Body] = joins[loop.Exit] = true;
        }

        foreach (PermutationInfo permutation in _permutations)
        {
            joins[permutation.Exit] = true;
            Array.ForEach(permutation.Parts, part => joins[part] = true);
        }

        int rows = 0;
        for (int i = 0; i < _length; i++)
        {
            _code[i].Row = joins[i] ? rows++ : -1;
        }

        return rows;
    }
}

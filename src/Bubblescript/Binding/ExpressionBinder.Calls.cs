using System.Collections.Immutable;
using Bubblescript.Binding.Checks;
using Bubblescript.Binding.Tree;
using Bubblescript.Builtins;
using Bubblescript.Diagnostics;
using Bubblescript.Evaluation;
using Bubblescript.Queries;
using Bubblescript.Syntax;
using Bubblescript.Syntax.Tree;

namespace Bubblescript.Binding;

/// <summary>Calls of script functions, builtins and functions of the host.</summary>
internal sealed partial class ExpressionBinder
{
    /// <summary>Reports a literal query that cannot work (query language, section 1).</summary>
    public void CheckLiteralQuery(EvaluationNode query)
    {
        if (query is LiteralNode { Value: { IsNil: false } value } && CompiledQuery.Validate(value) is { } problem)
        {
            Session.Report(Descriptors.InvalidQuery, query.Place, problem);
        }
    }

    /// <summary>An expression that stands where statement words may stand: these are proposed for the name of an unknown function.</summary>
    public EvaluationNode Bind(Expression expression, IEnumerable<string> words) =>
        expression is CallExpression { Module: null } call && !scope.Functions.ContainsKey(call.Name.Text) && Session.Builtins.Find(null, call.Name.Text) is null
            ? BindUnknownCall(call, piped: null, new SourcePlace(source, call.Name.Span), words)
            : Bind(expression);

    private EvaluationNode BindCall(CallExpression call, Expression? piped)
    {
        if (OptionDistribution.IsPossible(call))
        {
            call = (CallExpression)new OptionDistribution(scope).Distribute(call, static _ => false, []);
        }

        SourcePlace namePlace = new(source, call.Module is null ? call.Name.Span : SourceSpan.Covering(call.Module.Span, call.Name.Span));
        if (call.Module is null && scope.Functions.TryGetValue(call.Name.Text, out BoundFunction? function))
        {
            return BindScriptCall(call, function, piped, namePlace);
        }

        BuiltinFunction? builtin = Session.Builtins.Find(call.Module?.Text, call.Name.Text);
        return builtin is null ? BindUnknownCall(call, piped, namePlace, []) : BindBuiltinCall(call, builtin, piped, namePlace);
    }

    private LiteralNode BindUnknownCall(CallExpression call, Expression? piped, SourcePlace place, IEnumerable<string> words)
    {
        string name = call.Module is null ? call.Name.Text : $"{call.Module.Text}.{call.Name.Text}";
        IEnumerable<string> known = words.Concat(scope.Functions.Keys).Concat(Session.Builtins.FullNames);
        string? hint = scope.HintForCall(name) ?? HintForStatement(name) ?? NameSuggestion.Hint(name, known);
        Session.Report(Descriptors.UnknownFunction, place, $"unknown function '{name}'", hint);
        if (piped is not null)
        {
            Bind(piped);
        }

        _ = BindAll(call.Arguments.AsSpan());
        return Nil(call);
    }

    private static string? HintForStatement(string name)
    {
        if (!Words.IsStatementWord(name))
        {
            return null;
        }

        return name is "ask" or "perform" or "query"
            ? $"'{name}' is a statement; write 'x = {name} …' on a line of its own and use 'x'"
            : $"'{name}' is a statement and has no value; write it on a line of its own";
    }

    private FunctionCallNode BindScriptCall(CallExpression call, BoundFunction function, Expression? piped, SourcePlace place)
    {
        scope.CheckCall(function, place);
        ReadOnlySpan<Argument> keywords = KeywordsOf(call.Arguments.AsSpan());
        EvaluationNode[] arguments = BindArguments(call.Arguments.AsSpan()[..^keywords.Length], piped);
        if (keywords.Length > 0)
        {
            arguments = [.. arguments, BindKeywords(keywords, PlaceOf(keywords))];
        }

        int expected = function.Parameters.Length;
        if (arguments.Length != expected)
        {
            Session.Report(Descriptors.WrongArgumentCount, place, ArgumentCountText.Describe($"'{function.Name}'", expected, expected, arguments.Length));
            arguments = [.. arguments.Take(expected)];
        }

        return new FunctionCallNode(PlaceOf(call), function, arguments);
    }

    /// <summary>The values of arguments, behind the one that is piped into the call.</summary>
    private EvaluationNode[] BindArguments(ReadOnlySpan<Argument> arguments, Expression? piped)
    {
        if (piped is null)
        {
            return BindAll(arguments);
        }

        EvaluationNode first = Bind(piped);
        return [first, .. BindAll(arguments)];
    }

    private EvaluationNode BindBuiltinCall(CallExpression call, BuiltinFunction builtin, Expression? piped, SourcePlace place)
    {
        scope.CheckCall(builtin, place);
        Argument[] keywords = KeywordsOf(call.Arguments.AsSpan()).ToArray();
        EvaluationNode[] nodes = BindArguments(call.Arguments.AsSpan(), piped);
        int positionalCount = nodes.Length - keywords.Length;
        CallPlan? plan = CallPlan.Create(builtin, positionalCount, Array.ConvertAll(keywords, static keyword => keyword.Key!.Text), out ImmutableArray<CallProblem> problems);
        foreach (CallProblem problem in problems)
        {
            ReportProblem(builtin, problem, piped is null ? [.. call.Arguments] : [piped, .. call.Arguments], place);
        }

        CheckPatterns(call, builtin, piped is null ? 0 : 1);
        CheckQueries(builtin, nodes, positionalCount, keywords);
        return plan is null ? Nil(call) : new BuiltinCallNode(PlaceOf(call), plan, nodes);
    }

    private void ReportProblem(BuiltinFunction builtin, CallProblem problem, SyntaxNode[] written, SourcePlace place)
    {
        if (problem.UnknownOption is not { } option)
        {
            Session.Report(Descriptors.WrongArgumentCount, place, problem.Message);
            return;
        }

        SyntaxNode key = written[problem.Argument] is Argument { Key: { } name } ? name : written[problem.Argument];
        string[] known = [.. builtin.Parameters.Where(static parameter => parameter.IsOptional).Select(static parameter => parameter.Name)];
        string hint = NameSuggestion.Hint(option, known) ?? (known.Length == 0 ? "it takes no options" : $"it knows {string.Join(", ", known)}");
        Session.Report(Descriptors.UnknownOption, PlaceOf(key), $"unknown option '{option}' of '{builtin.FullName}'", hint);
    }

    /// <summary>The literal BML of matchers and of <c>match</c> must be valid.</summary>
    private void CheckPatterns(CallExpression call, BuiltinFunction builtin, int pipedCount)
    {
        if (builtin.Module is not null || builtin.Name is not ("intent" or "entity" or "match"))
        {
            return;
        }

        bool isMatch = string.Equals(builtin.Name, "match", StringComparison.Ordinal);
        Argument? pattern = isMatch
            ? call.Arguments.Where(static argument => argument.Key is null).ElementAtOrDefault(1 - pipedCount)
            : call.Arguments.FirstOrDefault(static argument => argument.Key is { Text: "match" });
        if (pattern is not null)
        {
            PatternLiterals.Collect(pattern.Value, source, scope, isTrigger: false);
        }
    }

    /// <summary>A query is a positional argument or all keywords that are no options.</summary>
    private void CheckQueries(BuiltinFunction builtin, EvaluationNode[] nodes, int positionalCount, Argument[] keywords)
    {
        for (int i = 0; i < builtin.Parameters.Length; i++)
        {
            if (builtin.Parameters[i].Type != ParameterType.Query)
            {
                continue;
            }

            if (i < positionalCount)
            {
                CheckLiteralQuery(nodes[i]);
                continue;
            }

            Argument[] terms = [.. keywords.Where(keyword => builtin.Parameters.All(parameter => !string.Equals(parameter.Name, keyword.Key!.Text, StringComparison.Ordinal)))];
            EvaluationNode[] values = [.. keywords.Index().Where(keyword => terms.Contains(keyword.Item)).Select(keyword => nodes[positionalCount + keyword.Index])];
            if (terms.Length > 0)
            {
                SourcePlace place = new(source, SourceSpan.Covering(terms[0].Span, terms[^1].Span));
                CheckLiteralQuery(MakeMap(place, [.. terms.Zip(values, static (term, value) => new MapNodeEntry(term.Key!.Text, null, value))]));
            }
        }
    }
}

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

    private EvaluationNode BindCall(CallExpression call, Expression? piped)
    {
        if (!call.IsParenthesized && call.Arguments.Length > 0)
        {
            List<Argument> overflow = [];
            call = (CallExpression)new OptionDistribution(scope).Distribute(call, static _ => false, overflow);
        }

        SourcePlace namePlace = new(source, call.Module is null ? call.Name.Span : SourceSpan.Covering(call.Module.Span, call.Name.Span));
        if (call.Module is null && scope.Functions.TryGetValue(call.Name.Text, out BoundFunction? function))
        {
            return BindScriptCall(call, function, piped, namePlace);
        }

        BuiltinFunction? builtin = Session.Builtins.Find(call.Module?.Text, call.Name.Text);
        return builtin is null ? BindUnknownCall(call, piped, namePlace) : BindBuiltinCall(call, builtin, piped, namePlace);
    }

    private LiteralNode BindUnknownCall(CallExpression call, Expression? piped, SourcePlace place)
    {
        string name = call.Module is null ? call.Name.Text : $"{call.Module.Text}.{call.Name.Text}";
        IEnumerable<string> known = scope.Functions.Keys.Concat(Session.Builtins.FullNames);
        string? hint = scope.HintForCall(name) ?? NameSuggestion.Hint(name, known);
        Session.Report(Descriptors.UnknownFunction, place, $"unknown function '{name}'", hint);
        if (piped is not null)
        {
            Bind(piped);
        }

        _ = BindAll(call.Arguments.Select(static argument => argument.Value));
        return Nil(call);
    }

    private FunctionCallNode BindScriptCall(CallExpression call, BoundFunction function, Expression? piped, SourcePlace place)
    {
        scope.CheckCall(function, place);
        Argument[] keywords = [.. call.Arguments.Where(static argument => argument.Key is not null)];
        List<EvaluationNode> arguments = piped is null ? [] : [Bind(piped)];
        arguments.AddRange(call.Arguments.Where(static argument => argument.Key is null).Select(argument => Bind(argument.Value)));
        if (keywords.Length > 0)
        {
            arguments.Add(BindKeywords(keywords, new SourcePlace(source, SourceSpan.Covering(keywords[0].Span, keywords[^1].Span))));
        }

        int expected = function.Parameters.Length;
        if (arguments.Count != expected)
        {
            Session.Report(Descriptors.WrongArgumentCount, place, ArgumentCountText.Describe($"'{function.Name}'", expected, expected, arguments.Count));
            arguments = [.. arguments.Take(expected)];
        }

        return new FunctionCallNode(PlaceOf(call), function, [.. arguments]);
    }

    private EvaluationNode BindBuiltinCall(CallExpression call, BuiltinFunction builtin, Expression? piped, SourcePlace place)
    {
        scope.CheckCall(builtin, place);
        Argument[] positional = [.. call.Arguments.Where(static argument => argument.Key is null)];
        Argument[] keywords = [.. call.Arguments.Where(static argument => argument.Key is not null)];
        List<SyntaxNode> written = piped is null ? [] : [piped];
        written.AddRange(positional.Concat(keywords));
        List<EvaluationNode> nodes = piped is null ? [] : [Bind(piped)];
        nodes.AddRange(positional.Concat(keywords).Select(argument => Bind(argument.Value)));
        int positionalCount = positional.Length + (piped is null ? 0 : 1);
        CallPlan? plan = CallPlan.Create(builtin, positionalCount, [.. keywords.Select(static keyword => keyword.Key!.Text)], out ImmutableArray<CallProblem> problems);
        foreach (CallProblem problem in problems)
        {
            ReportProblem(builtin, problem, written, place);
        }

        CheckPatterns(call, builtin, piped is null ? 0 : 1);
        CheckQueries(builtin, nodes, positionalCount, keywords);
        return plan is null ? Nil(call) : new BuiltinCallNode(PlaceOf(call), plan, [.. nodes]);
    }

    private void ReportProblem(BuiltinFunction builtin, CallProblem problem, List<SyntaxNode> written, SourcePlace place)
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
    private void CheckQueries(BuiltinFunction builtin, List<EvaluationNode> nodes, int positionalCount, Argument[] keywords)
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

using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Practice;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>What an address or a form asks: the text, what was typed for its parameters, and what is wanted of it.</summary>
/// <param name="Text">The query; empty when nothing is asked yet.</param>
/// <param name="Parameters">One for each <c>$name</c> in the text, in its order.</param>
/// <param name="Shape">How the answer is shown.</param>
/// <param name="Page">From 1.</param>
public sealed record AskedText(string Text, ImmutableArray<AskedParameter> Parameters, AnswerShape Shape, int Page)
{
    /// <summary>What parameters are called in addresses and forms, before their name.</summary>
    public const string Prefix = "p.";

    public bool IsEmpty => Text.Length == 0;

    /// <summary>Whether somebody has yet to say what a parameter is.</summary>
    public bool IsUnfilled => Parameters.Any(parameter => !parameter.IsGiven);

    /// <summary>What is asked for the shape that is wanted; <c>$this</c> is the thing of the ref that was typed.</summary>
    public Question QuestionOf(Visit visit) =>
        new(
            Shape switch
            {
                AnswerShape.Plan when !AsksItself => QueryText.Explained(Text),
                AnswerShape.Profile when !AsksItself => QueryText.Profiled(Text),
                _ => Text,
            },
            Parameters.ToImmutableSortedDictionary(
                parameter => parameter.Name,
                parameter =>
                    parameter.Name == ViewDefinition.This && visit.Find(parameter.Typed) is { Id: var id }
                        ? new Value.Entity(id)
                        : parameter.Value
            )
        );

    // Its own word for a plan is enough.
    private bool AsksItself =>
        Text.StartsWith("EXPLAIN", StringComparison.OrdinalIgnoreCase)
        || Text.StartsWith("PROFILE", StringComparison.OrdinalIgnoreCase);

    public static AskedText Read(IQueryCollection query) =>
        Of(
            query["q"].ToString(),
            name => query[$"{Prefix}{name}"].ToString(),
            AnswerShapes.Parse(query["as"]),
            int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? page : 1
        );

    public static AskedText Read(IFormCollection form) =>
        Of(form["q"].ToString(), name => form[$"{Prefix}{name}"].ToString(), AnswerShape.Table, page: 1);

    /// <summary>The parts of an address that ask it again.</summary>
    public (string, string?)[] Address(AnswerShape shape, int page) =>
        [
            ("q", Text),
            .. Parameters.Select(parameter => ($"{Prefix}{parameter.Name}", (string?)parameter.Typed)),
            ("as", AnswerShapes.NameOf(shape)),
            ("page", page > 1 ? page.ToString(CultureInfo.InvariantCulture) : null),
        ];

    /// <summary>A question that a page of ours begins.</summary>
    /// <param name="text">The query.</param>
    /// <param name="typed">What stands for each parameter.</param>
    public static AskedText Of(string text, Func<string, string> typed) => Of(text, typed, AnswerShape.Table, page: 1);

    private static AskedText Of(string text, Func<string, string> typed, AnswerShape shape, int page) =>
        new(
            text.Trim().ReplaceLineEndings("\n"),
            [.. QueryText.ParametersOf(text).Select(name => new AskedParameter(name, typed(name).Trim()))],
            shape,
            Math.Max(1, page)
        );
}

using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;
using Orrery.Query;

namespace Orrery.Server;

/// <summary>Whole answers for programs: things by their refs, values as they are.</summary>
internal static class AskExports
{
    public static IResult Csv(Visit visit)
    {
        var (answer, reading) = Ask(visit);
        var text = new StringBuilder();
        text.Append(CsvLine.Of(answer.Columns));
        foreach (var row in answer.Rows)
            text.Append(
                CsvLine.Of(row.Select(value => value.IsNothing ? "" : AnswerWords.Of(value, reading, isForPeople: false)))
            );
        return Results.Bytes(
            new UTF8Encoding(true).GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray(),
            "text/csv; charset=utf-8",
            $"{NameOf(visit)}.csv"
        );
    }

    public static IResult Json(Visit visit)
    {
        var (answer, reading) = Ask(visit);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Indented = true }))
            new AnswerJson(reading, json).Write(answer);
        return Results.Bytes(bytes.ToArray(), "application/json", $"{NameOf(visit)}.json");
    }

    // That of the view it is exported from, where the address says one that a file may have.
    private static string NameOf(Visit visit) =>
        visit.Http.Request.Query[Links.FileName].ToString() is { Length: > 0 and <= 80 } name
        && name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-')
            ? name
            : "answer";

    private static (Answer Answer, Reading Reading) Ask(Visit visit)
    {
        var asked = AskedText.Read(visit.Http.Request.Query);
        return AskPages.Ask(visit, asked) switch
        {
            AskOutcome.Answered answered => (answered.Answer, answered.Reading),
            AskOutcome.Refused { Fault: var fault } => throw new FaultException(fault.Fault),
            _ => throw new System.Diagnostics.UnreachableException("A question is answered or refused."),
        };
    }
}

using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Orrery.Engine;
using Orrery.Graph;
using Orrery.Practice;

namespace Orrery.Server;

/// <summary>What taking a part of the model away would come to.</summary>
/// <param name="Visit">Who wants it.</param>
/// <param name="Title">What the part is called.</param>
/// <param name="Back">Where one comes from.</param>
/// <param name="Uses">What uses it.</param>
/// <param name="Thing">What one use is called.</param>
/// <param name="Things">What many are called.</param>
/// <param name="Hide">Where it is hidden instead.</param>
/// <param name="Merge">Where it is merged into another instead, or null.</param>
/// <param name="Problem">Why nothing was done, or null.</param>
public sealed record RemovePartView(
    Visit Visit,
    string Title,
    Crumb Back,
    PartUses Uses,
    string Thing,
    string Things,
    string Hide,
    string? Merge,
    Fault? Problem
);

/// <summary>Takes an unused part of the model away.</summary>
internal static class RemovedPart
{
    public static async Task<IResult> DoAsync(Visit visit, Entity part, string onward)
    {
        var form = await visit.Http.Request.ReadFormAsync(visit.Cancel);
        var why = form["why"].ToString() is { Length: > 0 } typed ? typed : $"Removed {part.Title}";
        return await visit.Workspace.ExecuteAsync(
            reading => PartUses.Remove(reading, reading.Find(part.Id) ?? part),
            visit.Cause(why),
            visit.Cancel
        ) switch
        {
            Outcome.Done done => Answers.SeeOther(onward, done.At),
            Outcome.Refused { Fault: var fault } => throw new FaultException(fault),
            _ => throw new UnreachableException("An outcome is done or refused."),
        };
    }
}

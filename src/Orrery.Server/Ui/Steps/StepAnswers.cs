using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using Orrery.Graph;

namespace Orrery.Server;

/// <summary>What a sent checklist adds.</summary>
/// <param name="Commands">What it asks for; none where nothing was filled in.</param>
/// <param name="Lines">The lines, with what could not be read.</param>
/// <param name="Problem">The first of those, or null.</param>
internal sealed record StepAnswers(ImmutableArray<GraphCommand> Commands, ImmutableArray<DemandView> Lines, Fault? Problem)
{
    public static StepAnswers Read(StepView view, IFormCollection form)
    {
        var (commands, lines) = (ImmutableArray.CreateBuilder<GraphCommand>(), ImmutableArray.CreateBuilder<DemandView>());
        Fault? problem = null;
        var during = view.Since.During(view.Visit);
        foreach (var line in view.Lines)
        {
            if (!line.Demand.IsOpen)
            {
                lines.Add(line);
                continue;
            }

            var (answer, answerFault) = Field(line.Answer);
            var (excuse, excuseFault) = Field(line.Excuse);
            var tieFault = Tie(line);
            lines.Add(line with { Answer = answer, Excuse = excuse });
            problem ??= answerFault ?? excuseFault ?? tieFault;
        }

        return new(commands.DrainToImmutable(), lines.DrainToImmutable(), problem);

        (FieldInput? Input, Fault? Fault) Field(FieldInput? input)
        {
            if (input is null || input.Text.Trim().Length == 0)
                return (input, null);
            var (value, fault) = FieldEntry.Read(
                view.Visit,
                view.Visit.Words.Definition(view.Subject.Kind, input.Symbol)!,
                input.Text
            );
            if (value is null)
                return (input with { Problem = fault }, fault);

            commands.Add(new GraphCommand.SetField(view.Subject.Id, input.Symbol, value, during));
            return (input, null);
        }

        Fault? Tie(DemandView line)
        {
            if (line.Choice is not { } choice)
                return null;
            var typed = form[line.ChosenName].LastOrDefault(picked => picked is { Length: > 0 }) ?? line.Other;
            if (typed.Length == 0)
                return null;
            if (OtherEnds.FindOnly(view.Visit, choice, typed) is not { } other)
                return ServerFaults.OtherEndUnknown(typed);
            var (from, to) = choice.Direction == Direction.Out ? (view.Subject.Id, other.Id) : (other.Id, view.Subject.Id);
            commands.Add(new GraphCommand.Relate(view.Visit.NewId(), choice.Type.Symbol, from, to, Properties.None, during));
            return null;
        }
    }
}

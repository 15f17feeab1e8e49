using System.Collections.Immutable;
using Orrery.Graph;
using static Orrery.Query.StandardProcedures;

namespace Orrery.Query;

/// <summary>What the workspace knows: kinds, relation types, fields.</summary>
internal static class ModelProcedures
{
    public static ImmutableArray<Procedure> All { get; } =
    [
        new(
            "kinds",
            "The kinds of this workspace, by symbol.",
            [],
            [
                Field("symbol", ProcedureType.String),
                Field("title", ProcedureType.String),
                Field("category", ProcedureType.String),
                Field("ancestors", ProcedureType.List),
                Field("fields", ProcedureType.List),
            ],
            (looking, _) =>
                looking
                    .Reading.Model.Kinds.Values.OrderBy(kind => kind.Symbol, StringComparer.Ordinal)
                    .Select(kind =>
                        ImmutableArray.Create(
                            TextOf(kind.Symbol),
                            TextOf(kind.Title),
                            TextOf(kind.Category),
                            Value.Of(kind.Ancestors.Select(TextOf)),
                            Value.Of(kind.Fields.Keys.Select(TextOf))
                        )
                    )
        ),
        new(
            "relationTypes",
            "The relation types of this workspace, by symbol, and between which kinds each holds (empty for any).",
            [],
            [
                Field("symbol", ProcedureType.String),
                Field("title", ProcedureType.String),
                Field("inverse", ProcedureType.String),
                Field("from", ProcedureType.List),
                Field("to", ProcedureType.List),
            ],
            (looking, _) =>
                looking
                    .Reading.Model.RelationTypes.Values.OrderBy(type => type.Symbol, StringComparer.Ordinal)
                    .Select(type =>
                        ImmutableArray.Create(
                            TextOf(type.Symbol),
                            TextOf(type.Title),
                            TextOf(type.Inverse),
                            Value.Of(type.FromKinds.Select(TextOf)),
                            Value.Of(type.ToKinds.Select(TextOf))
                        )
                    )
        ),
    ];
}

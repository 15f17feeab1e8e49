using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Orrery.Server;

/// <summary>Addresses at which the model is looked at and shaped.</summary>
internal static class ModelRoutes
{
    public static void Map(IEndpointRouteBuilder model)
    {
        model.MapGet("/", ModelPages.Show);
        model.MapGet("/k/new", KindForms.ShowNew);
        model.MapPost("/k/new", KindForms.Create);
        model.MapGet("/r/new", RelationForms.ShowNew);
        model.MapPost("/r/new", RelationForms.Create);
        MapKind(model.MapGroup("/k/{kind}"));
        MapField(model.MapGroup("/f/{field}"));
        MapRelation(model.MapGroup("/r/{type}"));
    }

    private static void MapKind(RouteGroupBuilder kind)
    {
        kind.MapGet("/", ModelPages.ShowKind);
        kind.MapGet("/edit", KindForms.ShowEdit);
        kind.MapPost("/edit", KindForms.Save);
        kind.MapPost("/hide", KindForms.Hide);
        kind.MapPost("/show", KindForms.Show);
        kind.MapGet("/remove", KindForms.ShowRemove);
        kind.MapPost("/remove", KindForms.Remove);
        kind.MapGet("/merge", MergePages.Show);
        kind.MapPost("/merge", MergePages.Make);
        kind.MapGet("/fields/new", FieldForms.ShowNew);
        kind.MapPost("/fields/new", FieldForms.Create);
    }

    private static void MapField(RouteGroupBuilder field)
    {
        field.MapGet("/", FieldForms.ShowEdit);
        field.MapPost("/", FieldForms.Save);
        field.MapPost("/up", FieldForms.Up);
        field.MapPost("/down", FieldForms.Down);
        field.MapPost("/hide", FieldForms.Hide);
        field.MapPost("/show", FieldForms.Show);
        field.MapGet("/holds", HoldsPages.Show);
        field.MapPost("/holds", HoldsPages.Make);
        field.MapGet("/holds.csv", HoldsPages.Misfits);
        field.MapGet("/remove", FieldForms.ShowRemove);
        field.MapPost("/remove", FieldForms.Remove);
    }

    private static void MapRelation(RouteGroupBuilder type)
    {
        type.MapGet("/", RelationForms.ShowEdit);
        type.MapPost("/", RelationForms.Save);
        type.MapPost("/hide", RelationForms.Hide);
        type.MapPost("/show", RelationForms.Show);
        type.MapGet("/remove", RelationForms.ShowRemove);
        type.MapPost("/remove", RelationForms.Remove);
        type.MapGet("/fields/new", FieldForms.ShowNewOfRelation);
        type.MapPost("/fields/new", FieldForms.CreateOfRelation);
    }
}

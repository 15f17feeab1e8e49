using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Orrery.Server;

/// <summary>A view as something else than a page: a picture, or what an island draws.</summary>
internal static class ViewFiles
{
    /// <summary>In the form that an address says; not found where the shape has none such.</summary>
    public static IResult Of(ShownView view, string form)
    {
        var shape = ShapeShelf.Of(view.Request.Shape);
        return (form, shape) switch
        {
            ("svg", { Picture: { } draw }) => Results.Bytes(
                Encoding.UTF8.GetBytes(draw(view)),
                "image/svg+xml",
                $"{view.Saved?.Key ?? "view"}.svg"
            ),
            (_, { Feed: { } write }) when form == shape.Name => Json(view, write),
            _ => Results.NotFound(),
        };
    }

    private static IResult Json(ShownView view, Action<ShownView, IBufferWriter<byte>> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        write(view, buffer);
        return Results.Bytes(buffer.WrittenMemory, "application/json; charset=utf-8");
    }
}

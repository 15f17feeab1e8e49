namespace Orrery.Server;

/// <summary>A graph as a file of its own, laid out in columns as pages without script show it.</summary>
internal static class GraphSvg
{
    private const int Head = 44;

    public static string Write(ShownView view)
    {
        var picture = PictureView.Of(view.Visit, AnswerGraph.Of(view.Answer, view.Reading));
        using var file = new SvgFile(picture.Width, Head + picture.Height + 8, view.Title);
        file.Text(14, 26, view.Title, PictureInks.Ink, 16, "600");
        file.Enter(0, Head);
        foreach (var curve in picture.Curves)
            file.Path(
                curve.Path,
                ("fill", "none"),
                ("stroke", PictureInks.Ink3),
                ("stroke-opacity", "0.5"),
                ("stroke-width", "1.2")
            );
        foreach (var body in picture.Bodies)
        {
            file.Body(view.Telling.CategoryOf(body.Thing), body.X, body.Y);
            file.Text(body.X + 12, body.Y + 4, body.Label, PictureInks.Ink, 12.5, "500");
        }

        file.Leave();
        return file.Close();
    }
}

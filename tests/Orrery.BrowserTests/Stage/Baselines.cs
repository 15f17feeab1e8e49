using System.Runtime.CompilerServices;
using Microsoft.Playwright;

namespace Orrery.BrowserTests.Stage;

/// <summary>
/// Pictures kept beside the tests, and how far a new one is from them. Compared in blocks of pixels, so that another version of
/// the browser may smooth letters differently, and not move or recolour anything. ORRERY_BASELINES=write keeps the new ones.
/// </summary>
internal sealed class Baselines(IPage page)
{
    // The share of blocks that may differ, and by how much of the whole range of brightness one must to count.
    private const double MostBlocks = 0.01;
    private const int LeastStep = 20;

    private static readonly bool IsWriting = Environment.GetEnvironmentVariable("ORRERY_BASELINES") == "write";

    /// <summary>What became different, or null.</summary>
    public async Task<string?> DifferenceAsync(string name, byte[] picture)
    {
        var file = Path.Combine(Folder(), $"{name}.png");
        if (IsWriting)
        {
            Directory.CreateDirectory(Folder());
            await File.WriteAllBytesAsync(file, picture, TestContext.Current.CancellationToken);
            return null;
        }
        if (!File.Exists(file))
            return $"{name}: no picture is kept; look at it and keep it with ORRERY_BASELINES=write";
        var kept = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        var share = await page.EvaluateAsync<double>(
            Compare,
            new
            {
                kept = Convert.ToBase64String(kept),
                now = Convert.ToBase64String(picture),
                step = LeastStep,
            }
        );
        return share <= MostBlocks ? null : $"{name}: {share:P1} of it looks different";
    }

    private static string Folder([CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "..", "Baselines");

    private const string Compare = """
        async ({ kept, now, step }) => {
          const block = 6;
          const draw = async (text) => {
            const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${text}`)).blob());
            const size = [Math.ceil(image.width / block), Math.ceil(image.height / block)];
            const pen = new OffscreenCanvas(...size).getContext("2d");
            pen.imageSmoothingQuality = "high";
            pen.drawImage(image, 0, 0, ...size);
            return { size, data: pen.getImageData(0, 0, ...size).data };
          };
          const [a, b] = [await draw(kept), await draw(now)];
          if (Math.abs(a.size[0] - b.size[0]) > 1 || Math.abs(a.size[1] - b.size[1]) > 1) return 1;
          const [width, height] = [Math.min(a.size[0], b.size[0]), Math.min(a.size[1], b.size[1])];
          let far = 0;
          for (let y = 0; y < height; y++)
            for (let x = 0; x < width; x++) {
              const [i, j] = [(y * a.size[0] + x) * 4, (y * b.size[0] + x) * 4];
              if ([0, 1, 2].some((c) => Math.abs(a.data[i + c] - b.data[j + c]) > step)) far++;
            }
          return far / (width * height);
        }
        """;
}

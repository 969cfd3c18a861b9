using System.Collections.Concurrent;
using DaiHoi.Web.Newsroom.Media;
using DaiHoi.Web.Portal.Demo.Drawings;

namespace DaiHoi.Web.Portal.Demo;

/// <summary>Draws pictures and puts them into the media store, as many at a time as the machine has cores.</summary>
internal sealed class DrawnPictures(MediaStore media)
{
    /// <returns>the ids of the stored pictures</returns>
    public async Task<IReadOnlyDictionary<Drawing, long>> DrawAsync(IEnumerable<Drawing> drawings, CancellationToken stop)
    {
        var ids = new ConcurrentDictionary<Drawing, long>();
        var cores = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop };
        await Parallel.ForEachAsync(
            drawings.Distinct(),
            cores,
            async (drawing, each) =>
            {
                using var sheet = drawing.Draw();
                ids[drawing] = (await media.PutAsync(sheet.Bitmap, each)).Id;
            }
        );
        return ids;
    }
}

using System.Diagnostics.Metrics;
using DaiHoi.Web.Platform.Server;

namespace DaiHoi.Web.Portal.Store;

/// <summary>What can be measured of the pages that are kept.</summary>
internal sealed class PageMeasures(PageStore store) : IMeasured
{
    public void Measure(Meter meter)
    {
        meter.CreateObservableGauge("daihoi.pages.kept", () => store.Count, "{page}", "Rendered pages that are kept");
        meter.CreateObservableGauge("daihoi.pages.size", () => store.Bytes, "By", "Bytes of the pages that are kept");
        meter.CreateObservableCounter("daihoi.pages.rendered", () => store.Rendered, "{page}", "Pages rendered since the start");
    }
}

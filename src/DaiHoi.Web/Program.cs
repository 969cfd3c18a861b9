using System.Globalization;
using DaiHoi.Web.CommandLine;
using DaiHoi.Web.Platform.Text;

// What people see is formatted by Platform/Text, which names its culture; everything else means the same everywhere.
#pragma warning disable RS0030 // the one place that sets what nobody may ask for
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
#pragma warning restore RS0030
if (!VietnameseCulture.IsComplete)
{
    await Console.Error.WriteLineAsync(VietnameseCulture.WhatToInstall);
    return 1;
}
return await Verbs.RunAsync(args);

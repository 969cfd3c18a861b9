using DaiHoi.Web.Platform.Access;
using Microsoft.Playwright;
using SkiaSharp;
using static DaiHoi.Browser.Tests.Newsroom;

namespace DaiHoi.Browser.Tests;

/// <summary>A reporter, an editor and a publisher bring an article to the readers; nobody touches a mouse.</summary>
public sealed class WriteTheNews(Portal portal)
{
    private const string Text = "[role=textbox].ProseMirror";

    [Fact]
    public async Task An_article_with_a_photo_is_written_approved_and_published_by_keyboard_alone()
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var reporter = await SignInAsync(portal, "ban-phim", Role.Reporter);
        var page = reporter.Page;
        await ShowAsync(page, "1-newsroom");
        await TabToAsync(page, "a[href='/ban-bien-tap/bai-moi']");
        await EnterAsync(page);
        await page.Keyboard.TypeAsync("Viết bằng bàn phím");
        await TabToAsync(page, "#section");
        await page.Keyboard.PressAsync("ArrowDown");
        await TabToAsync(page, "main .acts button");
        await EnterAsync(page);
        await page.WaitForSelectorAsync(Text);
        await TabToAsync(page, "#lead");
        await page.Keyboard.TypeAsync("Sáng 2-3, huyện Lộc Ninh tổ chức đại hội điểm.");
        await TabToAsync(page, Text);
        await page.Keyboard.TypeAsync("Đại hội bầu ");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync("15 đồng chí");
        await page.Keyboard.PressAsync("Control+b");
        await page.Keyboard.TypeAsync(".");
        await PhotoAsync(page);
        await TabToAsync(page, "[data-of=caption]");
        await page.Keyboard.TypeAsync("Đại biểu bỏ phiếu");
        await TabToAsync(page, "[data-of=alt]");
        await page.Keyboard.TypeAsync("Hòm phiếu đỏ");
        await ShowAsync(page, "2-written");
        await TabToAsync(page, "button[value=submit]");
        await EnterAsync(page);
        await Assertions.Expect(page.Locator(".toast")).ToHaveTextAsync("Đã gửi duyệt.");
        var article = new Uri(page.Url).AbsolutePath;
        await DecideAsync(portal, "ban-phim-2", Role.Editor, article, "Approved");
        await DecideAsync(portal, "ban-phim-3", Role.Publisher, article, "Published");
        await using var reader = await portal.OpenAsync($"/bai-viet/viet-bang-ban-phim-{article.Split('/')[^1]}");
        await Assertions.Expect(reader.Page.Locator("article strong").First).ToHaveTextAsync("15 đồng chí");
        await Assertions.Expect(reader.Page.Locator("article img")).ToHaveAttributeAsync("alt", "Hòm phiếu đỏ");
        await ShowAsync(reader.Page, "3-published");
        Assert.Empty(reporter.Problems);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task What_is_typed_is_kept_with_the_caret_where_it_is_and_the_session_comes_back_in_place()
    {
        await using var view = await SignInAsync(portal, "giu-chu", Role.Reporter);
        var page = view.Page;
        await BeginAsync(page, "Giữ chữ đang gõ");
        await page.Locator(Text).ClickAsync();
        await page.Keyboard.TypeAsync("Một hai");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("Tự giữ lúc");
        await page.Keyboard.TypeAsync("X");
        await Assertions.Expect(page.Locator(Text)).ToContainTextAsync("Một haXi");
        await page.Context.ClearCookiesAsync(new() { Name = "phien" });
        await page.Keyboard.TypeAsync("Y");
        await page.Locator("#again-name").FillAsync("giu-chu");
        await page.Locator("#again-password").FillAsync("sai");
        await page.Locator("[data-sign-in-form] .button").First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-sign-in-problem]")).ToBeVisibleAsync();
        await page.Locator("#again-password").FillAsync(Password);
        await page.Locator("[data-sign-in-form] .button").First.ClickAsync();
        await Assertions.Expect(page.Locator("[data-dialog=sign-in]")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(Text)).ToContainTextAsync("Một haXYi");
        await Assertions.Expect(page.Locator("[data-kept]")).ToContainTextAsync("Tự giữ lúc");
        // Whoever comes back finds it.
        await page.CloseAsync(new() { RunBeforeUnload = false });
        var again = await view.Context.NewPageAsync();
        await again.GotoAsync("/ban-bien-tap?xem=cua-toi");
        await again.GetByRole(AriaRole.Link, new() { Name = "Giữ chữ đang gõ" }).ClickAsync();
        await again.Locator("a[href$='/sua']").ClickAsync();
        await Assertions.Expect(again.Locator(Text)).ToContainTextAsync("Một haXYi");
    }

    [Fact]
    public async Task What_Word_puts_on_the_clipboard_comes_out_clean()
    {
        await using var view = await SignInAsync(portal, "tu-word", Role.Reporter);
        var page = view.Page;
        await BeginAsync(page, "Dán từ Word");
        await page.Locator(Text).ClickAsync();
        await page.EvaluateAsync(
            """
            html => {
              const data = new DataTransfer();
              data.setData("text/html", html);
              document.querySelector(".ProseMirror").dispatchEvent(
                new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """,
            """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>
            <!--StartFragment--><p class=MsoNormal style='margin-bottom:6pt;text-align:justify'><span style='font-size:14.0pt;font-family:"Times New Roman"'>Đại hội <b>điểm</b><o:p></o:p></span></p>
            <p class=MsoListParagraphCxSpFirst style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>Một</p>
            <p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp;</span></span>Hai</p>
            <p class=MsoNormal><a href="javascript:alert(1)">xấu</a><script>alert(2)</script></p><!--EndFragment--></body></html>
            """
        );
        var html = await page.Locator(Text).InnerHTMLAsync();
        Assert.Contains("<p>Đại hội <strong>điểm</strong></p>", html, StringComparison.Ordinal);
        Assert.Contains("<ul><li><p>Một</p></li><li><p>Hai</p></li></ul>", html, StringComparison.Ordinal);
        foreach (var sign in (string[])["style", "class=\"Mso", "javascript", "script", "o:p", "font"])
            Assert.DoesNotContain(sign, html, StringComparison.OrdinalIgnoreCase);
        Assert.Empty(view.Problems);
    }

    [Fact]
    public async Task A_file_is_attached_and_a_document_found_by_its_number()
    {
        await using var view = await SignInAsync(portal, "dinh-kem", Role.Reporter);
        var page = view.Page;
        await BeginAsync(page, "Bài có tệp và văn bản");
        await page.Locator("[data-do=file]").ClickAsync();
        await page.Locator("[data-file]")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "Kế hoạch.pdf",
                    MimeType = "application/pdf",
                    Buffer = Pdf,
                }
            );
        var places = page.Locator($"{Text} [data-words]");
        await Assertions.Expect(places).ToHaveValueAsync("Kế hoạch");
        await page.Locator("[data-do=document]").ClickAsync();
        await page.Keyboard.TypeAsync("35-ct/tw");
        await Assertions.Expect(page.Locator("[data-dialog=document] .words").First).ToHaveTextAsync("Chỉ thị số 35-CT/TW");
        await page.Locator("[data-dialog=document] .found button", new() { HasText = "Chỉ thị số 35-CT/TW" })
            .First.PressAsync("Enter");
        await Assertions.Expect(places).ToHaveCountAsync(2);
        await page.Locator(".editing-side .acts button").First.ClickAsync();
        await Assertions
            .Expect(page.Locator(".reference"))
            .ToHaveTextAsync(["Tệp đính kèm Kế hoạch", "Văn bản Chỉ thị số 35-CT/TW"]);
        Assert.Empty(view.Problems);
    }

    // Whole, and with nothing in it: its table begins at byte 45.
    private static byte[] Pdf =>
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 2 /Root 1 0 R >>\nstartxref\n45\n%%EOF\n"u8.ToArray();

    /// <summary>A picture in the report of the test.</summary>
    private static async Task ShowAsync(IPage page, string name) =>
        TestContext.Current.AddAttachment(name, await page.ScreenshotAsync(), "image/png");

    // Back to the bar over the text, along it, and the file by the dialogue's own field.
    private static async Task PhotoAsync(IPage page)
    {
        var file = Path.Combine(Path.GetTempPath(), $"daihoi-{Guid.NewGuid():N}.png");
        using (var bitmap = new SKBitmap(640, 400))
        {
            bitmap.Erase(SKColors.DarkRed);
            using var data = bitmap.Encode(SKEncodedImageFormat.Png, 90);
            await File.WriteAllBytesAsync(file, data.ToArray());
        }
        // The browser is told early that its dialogue will be answered: told at the key, it may open it before it has heard.
        page.FileChooser += static (_, _) => { };
        for (var i = 0; i < 5 && !await IsFocusedAsync(page, "[data-do]"); i++)
            await page.Keyboard.PressAsync("Shift+Tab");
        for (var i = 0; i < 12 && !await IsFocusedAsync(page, "[data-do=photo]"); i++)
            await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-dialog=photo][open]");
        await TabToAsync(page, "[data-photo-file]");
        var chooser = await page.RunAndWaitForFileChooserAsync(() => page.Keyboard.PressAsync("Enter"));
        await chooser.SetFilesAsync(file);
        await page.WaitForSelectorAsync("figure [data-of=caption]");
        File.Delete(file);
    }

    private static Task<bool> IsFocusedAsync(IPage page, string selector) =>
        page.EvaluateAsync<bool>("s => document.activeElement?.matches(s) ?? false", selector);

    private static async Task BeginAsync(IPage page, string title)
    {
        await page.GotoAsync("/ban-bien-tap/bai-moi");
        await page.FillAsync("#headline", title);
        await page.SelectOptionAsync("#section", new SelectOptionValue { Index = 1 });
        await page.Locator("main .acts button").ClickAsync();
        await page.WaitForSelectorAsync(Text);
    }
}

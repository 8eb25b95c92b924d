using Tunesmith.Report.Html;
using Tunesmith.Report.Tunes;

namespace Tunesmith.Report.Sections;

/// <summary>What stands around the sections: the head with style, script and policy, the title, the links, the foot.</summary>
internal static class PageFrame
{
    /// <summary>Writes a page.</summary>
    public static void Write(HtmlWriter html, ReportPage page, IReadOnlyList<PageSection> sections)
    {
        html.Verbatim("<!DOCTYPE html>\n").Open("html", ("lang", "en"));
        Head(html, page.Title);
        html.Open("body").Verbatim("\n");
        Header(html, page, sections);
        html.Open("main", ("id", "content")).Verbatim("\n");
        foreach (PageSection section in sections)
        {
            html.Open("section", ("id", section.Id), ("aria-labelledby", $"{section.Id}-heading")).Verbatim("\n");
            html.Element("h2", section.Heading, ("id", $"{section.Id}-heading"));
            section.Write(html);
            html.Close();
        }

        html.Close();
        html.Open("footer").Element(
            "p", "Made by Tunesmith. This page is one file: it opens anywhere, asks no one for anything, and may be passed on as it is.");
        html.Close();
        html.Open("script").Verbatim(PageResources.Script).Close();
        html.Close();
        html.Close();
    }

    private static void Head(HtmlWriter html, string title)
    {
        html.Open("head").Verbatim("\n");
        html.Void("meta", ("charset", "utf-8"));
        html.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", PageResources.Policy));
        html.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        html.Void("meta", ("name", "color-scheme"), ("content", "light dark"));
        html.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        html.Element("title", title);
        html.Void("link", ("rel", "icon"), ("href", "data:,"));
        html.Open("style").Verbatim(PageResources.Style).Close();
        html.Close();
    }

    private static void Header(HtmlWriter html, ReportPage page, IReadOnlyList<PageSection> sections)
    {
        html.Element("a", "Skip to the content", ("class", "skip"), ("href", "#content"));
        html.Open("header").Verbatim("\n");
        html.Element("p", "Tunesmith", ("class", "brand"));
        html.Element("h1", page.Title);
        if (page.Lead.Length > 0)
        {
            html.Element("p", page.Lead, ("class", "lead"));
        }

        if (page.Story.Length > 0)
        {
            html.Element("p", page.Story, ("class", "about"));
        }

        if (page.Tunes.Count > 0)
        {
            TuneRibbon.Write(html, page.Tunes[0]);
        }

        if (sections.Count > 1)
        {
            html.Open("nav", ("aria-label", "Sections")).Open("ul");
            foreach (PageSection section in sections)
            {
                html.Open("li").Element("a", section.Short, ("href", $"#{section.Id}")).Close();
            }

            html.Close().Close();
        }

        html.Close();
    }
}

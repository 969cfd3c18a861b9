using DaiHoi.Benchmarks.Programs;

namespace DaiHoi.Benchmarks.References;

/// <summary>nginx, set up to serve one file as fast as it can.</summary>
internal static class Nginx
{
    private static readonly string[] Places = ["/usr/sbin/nginx", "/usr/local/sbin/nginx", "/usr/bin/nginx"];

    public const string WhatToInstall = "nginx is not installed: apt-get install nginx";

    public static string? Program => Array.Find(Places, File.Exists);

    public static async Task<RunningProgram> OpenAsync(
        string program,
        string folder,
        byte[] page,
        string contentType,
        CancellationToken stop
    )
    {
        var port = RunningProgram.FreePort();
        await File.WriteAllBytesAsync(Path.Combine(folder, "page"), page, stop);
        var settings = Path.Combine(folder, "nginx.conf");
        await File.WriteAllTextAsync(settings, Settings(folder, port, contentType), stop);
        var nginx = RunningProgram.Start(program, ["-p", folder, "-e", Path.Combine(folder, "error.log"), "-c", settings], port);
        await FirstAnswer.WaitAsync(nginx, "/", TimeSpan.FromSeconds(10), stop);
        return nginx;
    }

    // Connections are kept for all requests, the file stays open, nothing is logged: what an administrator may turn on.
    // The workers are the starter's own user, or they could not read his folder.
    private static string Settings(string folder, int port, string contentType) =>
        $$"""
            daemon off;
            {{(Environment.UserName == "root" ? "user root;" : "")}}
            worker_processes auto;
            pid {{folder}}/nginx.pid;
            error_log {{folder}}/error.log crit;
            events { worker_connections 512; }
            http {
              access_log off;
              client_body_temp_path {{folder}}/body;
              proxy_temp_path {{folder}}/proxy;
              fastcgi_temp_path {{folder}}/fastcgi;
              uwsgi_temp_path {{folder}}/uwsgi;
              scgi_temp_path {{folder}}/scgi;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              keepalive_timeout 600;
              open_file_cache max=10 inactive=600s;
              open_file_cache_valid 600s;
              types {}
              default_type "{{contentType}}";
              server {
                listen 127.0.0.1:{{port}};
                root {{folder}};
                location / {
                  add_header Content-Encoding gzip;
                  try_files /page =404;
                }
              }
            }
            """;
}

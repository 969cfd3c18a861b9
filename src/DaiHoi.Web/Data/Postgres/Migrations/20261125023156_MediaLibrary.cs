using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace DaiHoi.Web.Data.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class MediaLibrary : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Pictures that exist are seen from their middle and have no words of their own; those in articles stay there.
            migrationBuilder.AddColumn<long>(
                name: "added_by_id",
                table: "picture",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "added_by_name",
                table: "picture",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "alternative_text",
                table: "picture",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "caption",
                table: "picture",
                type: "character varying(1000)",
                maxLength: 1000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "credit",
                table: "picture",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "focal_x",
                table: "picture",
                type: "integer",
                nullable: false,
                defaultValue: 50);

            migrationBuilder.AddColumn<int>(
                name: "focal_y",
                table: "picture",
                type: "integer",
                nullable: false,
                defaultValue: 50);

            migrationBuilder.AddColumn<string>(
                name: "licence",
                table: "picture",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "name",
                table: "picture",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "search_text",
                table: "picture",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddCheckConstraint(
                name: "ck_picture_focal_point_inside",
                table: "picture",
                sql: "focal_x between 0 and 100 and focal_y between 0 and 100");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "ck_picture_focal_point_inside",
                table: "picture");

            migrationBuilder.DropColumn(
                name: "added_by_id",
                table: "picture");

            migrationBuilder.DropColumn(
                name: "added_by_name",
                table: "picture");

            migrationBuilder.DropColumn(
                name: "alternative_text",
                table: "picture");

            migrationBuilder.DropColumn(
                name: "caption",
                table: "picture");

            migrationBuilder.DropColumn(
                name: "credit",
                table: "picture");

            migrationBuilder.DropColumn(
                name: "focal_x",
                table: "picture");

            migrationBuilder.DropColumn(
                name: "focal_y",
                table: "picture");

            migrationBuilder.DropColumn(
                name: "licence",
                table: "picture");

            migrationBuilder.DropColumn(
                name: "name",
                table: "picture");

            migrationBuilder.DropColumn(
                name: "search_text",
                table: "picture");
        }
    }
}
